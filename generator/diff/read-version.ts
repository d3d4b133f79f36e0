import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { sourceFromBundle } from '../catalog/bundle.js';
import type { Catalog } from '../catalog/catalog.js';
import { Reporter } from '../diagnostics/reporter.js';
import type { Json } from '../json.js';
import { load } from '../load/load.js';
import { locatorOf } from '../load/locate.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import { downloadPackage, registryOptions } from '../npm.js';
import { UsageError } from '../usage-error.js';
import { validate } from '../validate/validate.js';
import { filesOf, unchangedFiles } from './unchanged-files.js';

const run = promisify(execFile);
/** Bytes of what a program prints: names of files and objects of JSON alone. */
const maxBuffer = 64 * 1024 * 1024;
const bundleName = 'catalog.json';

/** Where versions of a catalog are looked for. */
export interface VersionOptions {
  /** Folder of the working catalog. */
  readonly catalog: string;
  /** Where the user is; paths are relative to it. */
  readonly folder: string;
  /** Called as each step begins, with what it does. */
  readonly report: (step: string) => void;
}

/** What reading a version takes. */
interface Reading extends VersionOptions {
  readonly reporter: Reporter;
  /** Files of another version, by path: what did not change has their values. */
  readonly known: ReadonlyMap<string, SourceFile>;
  /** A folder for what is unpacked. */
  readonly work: string;
}

/**
 * Reads a version of a catalog.
 *
 * @param version - A folder that holds a catalog or an emitted package, a tarball of one, `npm:<name>@<version>`, or a git revision.
 * @param other - Another version, checked: what is the same in it is not checked again. Default: there is none.
 * @throws {@link UsageError} if there is no such version.
 * @throws {@link CatalogError} if its catalog has an error.
 */
export async function readVersion(version: string, options: VersionOptions, other?: Catalog): Promise<Catalog> {
  return read((reading) => sourceOf(version, reading), options, other);
}

/** The last release, and how it was found. */
export interface LastRelease {
  readonly catalog: Catalog;
  /** What it was taken from, where that is no registry, and why. */
  readonly notice?: string;
}

/**
 * Reads the last release: the newest version on the registry that the catalog names, else the newest tag whose name is `v` and
 * a version.
 *
 * @param after - The catalog that follows it, checked.
 * @throws {@link UsageError} if there is none.
 * @throws {@link CatalogError} if its catalog has an error.
 */
export async function readLastRelease(options: VersionOptions, after: Catalog): Promise<LastRelease> {
  const { name, registry } = after.settings.package;
  // Where there is no way to the registry, a tag will do: npm would try for a minute.
  const flags = [...(registry === undefined ? [] : registryOptions(name, registry)), '--fetch-retries=0'];
  try {
    return { catalog: await read((reading) => fromRegistry(name, flags, reading), options, after) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { stdout } = await run('git', ['tag', '--list', 'v*', '--sort=-version:refname'], {
      cwd: options.folder,
    }).catch(() => ({ stdout: '' }));
    const tag = stdout.split('\n').find((each) => /^v\d+\.\d+\.\d+$/.test(each));
    if (tag === undefined)
      throw new UsageError(
        `No release of ${name} with a catalog was found, neither on its registry (${error.message}) nor as a tag v…: name what to compare with, such as a git revision.`,
      );
    return { catalog: await readVersion(tag, options, after), notice: `the tag ${tag}, since ${error.message}` };
  }
}

async function read(
  sourceIn: (reading: Reading) => Promise<CatalogSource>,
  options: VersionOptions,
  other: Catalog | undefined,
): Promise<Catalog> {
  const work = await mkdtemp(join(tmpdir(), 'worker-codegen-'));
  const reporter = new Reporter(locatorOf);
  try {
    if (other === undefined)
      return validate(await sourceIn({ ...options, reporter, known: new Map(), work }), reporter);
    const found = unchangedFiles(await sourceIn({ ...options, reporter, known: filesOf(other), work }), other);
    return validate(found.source, reporter, found.unchanged);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function sourceOf(version: string, reading: Reading): Promise<CatalogSource> {
  const path = resolve(reading.folder, version);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isDirectory() === true) {
    const names = await readdir(path);
    if (names.includes(bundleName) && names.includes('package.json'))
      return fromBundle(join(path, bundleName), path, reading);
    return load(path, reading.reporter, reading.known);
  }
  if (version.startsWith('npm:')) return fromRegistry(version.slice('npm:'.length), [], reading);
  if (!/\.t(?:ar\.)?gz$/.test(version)) return fromGit(version, reading);
  if (kind === undefined) throw new UsageError(`There is no file ${version}.`);
  return fromTarball(path, reading);
}

/** Asks npm for the tarball of a package, by npm's own settings. */
async function fromRegistry(spec: string, flags: readonly string[], reading: Reading): Promise<CatalogSource> {
  const tarball = await downloadPackage(spec, reading.work, flags).catch((error: unknown) => {
    throw new UsageError(`npm does not give ${spec}: ${reasonOf(error)}`);
  });
  return fromTarball(tarball, reading);
}

async function fromTarball(tarball: string, reading: Reading): Promise<CatalogSource> {
  const { work } = reading;
  await run('tar', ['-xzf', tarball, '-C', work, `package/${bundleName}`]).catch(() => {
    throw new UsageError(
      `${basename(tarball)} holds no ${bundleName}: it was made by an older worker-codegen, or is no package of one. Name a git revision in its place.`,
    );
  });
  return fromBundle(join(work, 'package', bundleName), basename(tarball), reading);
}

function fromBundle(path: string, name: string, { known }: Reading): CatalogSource {
  let value: Json;
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) as Json;
  } catch {
    throw new UsageError(`${bundleName} of ${name} is no JSON.`);
  }
  return sourceFromBundle(value, name, known);
}

async function fromGit(revision: string, { catalog, folder, work, reporter, known }: Reading): Promise<CatalogSource> {
  const git = async (...words: readonly string[]): Promise<string> =>
    (await run('git', [...words], { cwd: folder, maxBuffer })).stdout.trim();
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).catch(() => {
    throw new UsageError(`${revision} is no folder, tarball, npm:<name>@<version> or git revision.`);
  });
  const path = relative(folder, resolve(folder, catalog)).split(sep).join('/');
  const archive = join(work, 'catalog.tar');
  await git('archive', '--format=tar', `--output=${archive}`, `${commit}:./${path}`).catch((error: unknown) => {
    throw new UsageError(`${revision} has no catalog at ${path}: ${reasonOf(error)}`);
  });
  await run('tar', ['-xf', archive, '-C', work]);
  await rm(archive);
  return load(work, reporter, known);
}

/** What a program said first of why it failed. */
function reasonOf(error: unknown): string {
  const { stderr = '', message } = error as { readonly stderr?: string; readonly message: string };
  return (stderr.trim() || message).split('\n', 1).join('');
}
