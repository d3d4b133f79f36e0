import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { generate } from '../generate.js';
import { defaultTemplatesFolder } from '../installation.js';
import { UsageError } from '../usage-error.js';

const run = promisify(execFile);

/** What a release publishes, and where. */
export interface ReleaseOptions {
  /** Folder of the catalog. */
  readonly catalog: string;
  /** Folder that holds the generated packages. */
  readonly out: string;
  /** Whether only to tell what would go out. */
  readonly isDryRun: boolean;
  /** Token for the registry; needed unless it is a dry run. */
  readonly token: string | undefined;
  /** The version tag that started the release, such as `v4.1.0`; it must name the package's version. */
  readonly tag: string | undefined;
  /** Receives each line that tells what is done. */
  readonly tell: (line: string) => void;
}

interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly publishConfig: { readonly registry: string };
}

interface PackResult {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/**
 * Publishes the generated TypeScript package as it stands: checks that it is what the catalog yields, builds and packs it,
 * and hands the tarball to the registry that the catalog names.
 *
 * @param options - What to publish, and where.
 * @throws {@link UsageError} if the package is out of date, the tag names another version, or the token is missing.
 */
export async function release(options: ReleaseOptions): Promise<void> {
  const { catalog, out, isDryRun, token, tag, tell } = options;
  const { changes } = await generate({ catalog, out, templates: defaultTemplatesFolder, check: true });
  if (changes.length > 0)
    throw new UsageError(`${out} differs from what the catalog yields: run npm run generate, and commit the result.`);
  const folder = resolve(out, 'typescript');
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageManifest;
  if (tag !== undefined && tag !== `v${manifest.version}`) {
    throw new UsageError(
      `The tag ${tag} does not name the version ${manifest.version} of catalog.yaml: change one of them.`,
    );
  }
  if (!isDryRun && token === undefined) throw new UsageError('There is no token: set GITHUB_TOKEN, or pass --dry-run.');
  const work = await mkdtemp(join(tmpdir(), 'release-'));
  try {
    const packed = await pack(folder, work);
    for (const { path, size } of packed.files) tell(`${String(size).padStart(9)}  ${path}`);
    tell(`${packed.filename}: ${packed.files.length} files, ${packed.size} bytes packed`);
    if (isDryRun)
      return tell(`Dry run: ${manifest.name} ${manifest.version} would go to ${manifest.publishConfig.registry}.`);
    await publish(join(work, packed.filename), manifest, token ?? '', work);
    tell(`Published ${manifest.name} ${manifest.version} to ${manifest.publishConfig.registry}.`);
  } finally {
    await rm(work, { recursive: true });
  }
}

/** Builds and packs a package; its `prepack` script builds it. */
async function pack(folder: string, destination: string): Promise<PackResult> {
  const path = `${join(process.cwd(), 'node_modules/.bin')}:${process.env['PATH']}`;
  await run('npm', ['run', 'build'], { cwd: folder, env: { ...process.env, PATH: path } });
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', destination], {
    cwd: folder,
  });
  const [result] = Object.values(JSON.parse(stdout) as Record<string, PackResult>);
  if (result === undefined) throw new Error('npm pack told nothing.');
  return result;
}

/** The token goes into a file of this run alone, so that neither a command line nor the repository holds it. */
async function publish(
  tarball: string,
  { publishConfig }: PackageManifest,
  token: string,
  work: string,
): Promise<void> {
  const registry = publishConfig.registry.replace(/\/*$/, '/');
  const userConfig = join(work, '.npmrc');
  await writeFile(userConfig, `${registry.replace(/^https?:/, '')}:_authToken=\${NODE_AUTH_TOKEN}\n`, { mode: 0o600 });
  await run('npm', ['publish', tarball, '--registry', registry, '--userconfig', userConfig], {
    env: { ...process.env, NODE_AUTH_TOKEN: token },
  });
}
