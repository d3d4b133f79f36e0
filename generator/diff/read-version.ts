import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { sourceFromBundle } from '../catalog/bundle.js';
import type { Catalog, CatalogSettings } from '../catalog/catalog.js';
import { Reporter } from '../diagnostics/reporter.js';
import type { Json } from '../json.js';
import { load } from '../load/load.js';
import { locatorOf } from '../load/locate.js';
import type { CatalogSource } from '../load/source.js';
import { registryOptions } from '../registry-options.js';
import { UsageError } from '../usage-error.js';
import { validate } from '../validate/validate.js';

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

/**
 * Reads a version of a catalog.
 *
 * @param version - A folder that holds a catalog or an emitted package, a tarball of one, `npm:<name>@<version>`, or a git revision.
 * @throws {@link UsageError} if there is no such version.
 * @throws {@link CatalogError} if its catalog has an error.
 */
export async function readVersion(version: string, options: VersionOptions): Promise<Catalog> {
  const reporter = new Reporter(locatorOf);
  const source = await withFolder((work) => sourceOf(version, options, work, reporter));
  return validate(source, reporter);
}

/**
 * Reads the last release: the newest version on the registry that the catalog names, else the newest tag whose name is `v` and
 * a version.
 *
 * @throws {@link UsageError} if there is none.
 */
export async function readLastRelease(settings: CatalogSettings, options: VersionOptions): Promise<Catalog> {
  const { name, registry } = settings.package;
  // Where there is no way to the registry, a tag will do: npm would try for a minute.
  const flags = [...(registry === undefined ? [] : registryOptions(name, registry)), '--fetch-retries=0'];
  const reporter = new Reporter(locatorOf);
  const published = await withFolder(async (work) => fromTarball(await packed(name, work, flags), work)).catch(
    reasonOf,
  );
  if (typeof published !== 'string') return validate(published, reporter);
  const { stdout } = await run('git', ['tag', '--list', 'v*', '--sort=-version:refname'], {
    cwd: options.folder,
  }).catch(() => ({ stdout: '' }));
  const [tag] = stdout.split('\n').filter((each) => /^v\d+\.\d+\.\d+$/.test(each));
  if (tag !== undefined) {
    options.report(`Reading the tag ${tag} (${published})`);
    return readVersion(tag, options);
  }
  throw new UsageError(
    `No release of ${name} with a catalog was found, neither on its registry (${published}) nor as a tag v…: name what to compare with, such as a git revision.`,
  );
}

async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-codegen-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sourceOf(
  version: string,
  options: VersionOptions,
  work: string,
  reporter: Reporter,
): Promise<CatalogSource> {
  const path = resolve(options.folder, version);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isDirectory() === true) {
    const names = await readdir(path);
    const isPackage = names.includes(bundleName) && names.includes('package.json');
    return isPackage ? fromBundle(join(path, bundleName), path) : load(path, reporter);
  }
  if (version.startsWith('npm:')) return fromTarball(await packed(version.slice('npm:'.length), work, []), work);
  if (/\.t(?:ar\.)?gz$/.test(version)) {
    if (kind === undefined) throw new UsageError(`There is no file ${version}.`);
    return fromTarball(path, work);
  }
  return fromGit(version, options, work, reporter);
}

/** Asks npm for the tarball of a package, by npm's own settings. */
async function packed(spec: string, work: string, flags: readonly string[]): Promise<string> {
  await run('npm', ['pack', spec, '--pack-destination', work, ...flags], { cwd: work, maxBuffer }).catch(
    (error: unknown) => {
      throw new UsageError(`npm does not give ${spec}: ${reasonOf(error)}`);
    },
  );
  const [tarball] = (await readdir(work)).filter((name) => name.endsWith('.tgz'));
  return join(work, tarball ?? '');
}

async function fromTarball(tarball: string, work: string): Promise<CatalogSource> {
  await run('tar', ['-xzf', tarball, '-C', work, `package/${bundleName}`]).catch(() => {
    throw new UsageError(
      `${basename(tarball)} holds no ${bundleName}: it was made by an older worker-codegen, or is no package of one. Name a git revision in its place.`,
    );
  });
  return fromBundle(join(work, 'package', bundleName), basename(tarball));
}

function fromBundle(path: string, name: string): CatalogSource {
  let value: Json;
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) as Json;
  } catch {
    throw new UsageError(`${bundleName} of ${name} is no JSON.`);
  }
  return sourceFromBundle(value, name);
}

async function fromGit(
  revision: string,
  { catalog, folder }: VersionOptions,
  work: string,
  reporter: Reporter,
): Promise<CatalogSource> {
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
  return load(work, reporter);
}

/** What a program said last of why it failed. */
function reasonOf(error: unknown): string {
  const { stderr = '', message } = error as { readonly stderr?: string; readonly message: string };
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const words = lines.map((line) => line.replace(/^npm (?:error|ERR!) /, '').trim());
  // npm names a code first, and then what it means.
  return words.find((line) => !line.startsWith('code ')) ?? message;
}
