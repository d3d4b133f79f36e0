import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withCompiler } from '../typecheck/compiler.js';
import { generate } from '../generate.js';
import { defaultTemplatesFolder } from '../installation.js';
import { UsageError } from '../usage-error.js';
import { pack } from './pack.js';
import { publish } from './publish.js';

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
  readonly publishConfig?: { readonly registry: string };
}

/**
 * Publishes the generated TypeScript package as it stands: checks that it is what the catalog yields, builds and packs it,
 * and hands the tarball to the registry that the catalog names.
 *
 * @param options - What to publish, and where.
 * @throws {@link UsageError} if the package is missing or out of date, the tag names another version, or the token or the registry is missing.
 */
export async function release(options: ReleaseOptions): Promise<void> {
  const { catalog, out, isDryRun, token, tag, tell } = options;
  if (!isDryRun && !token) throw new UsageError('There is no token: set GITHUB_TOKEN, or pass --dry-run.');
  const folder = join(out, 'typescript');
  const { name, version, publishConfig } = await readManifest(folder);
  checkTag(tag, version);
  if (publishConfig === undefined)
    throw new UsageError(`The catalog names no registry for ${name}: set package.registry in ${catalog}/catalog.yaml.`);
  const generateOptions = { catalog, out, templates: [defaultTemplatesFolder], check: true };
  const { changes } = await withCompiler((compiler) => generate(generateOptions, { compiler }));
  if (changes.length > 0)
    throw new UsageError(`${out} differs from what the catalog yields: run npm run generate, and commit the result.`);
  const work = await mkdtemp(join(tmpdir(), 'release-'));
  try {
    const { tarball, size, files } = await pack(folder, work);
    for (const file of files) tell(`${String(file.size).padStart(9)}  ${file.path}`);
    tell(`${files.length} files, ${size} bytes packed`);
    if (isDryRun) return tell(`Dry run: ${name} ${version} would go to ${publishConfig.registry}.`);
    await publish(tarball, version, publishConfig.registry, token ?? '');
    tell(`Published ${name} ${version} to ${publishConfig.registry}.`);
  } finally {
    await rm(work, { recursive: true });
  }
}

async function readManifest(folder: string): Promise<PackageManifest> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => {
    throw new UsageError(`There is no package at ${folder}: run npm run generate, and commit the result.`);
  });
  return JSON.parse(text) as PackageManifest;
}

/**
 * Refuses to release under a tag that names another version.
 *
 * @param tag - The tag, if one started the release.
 * @param version - The package's version.
 * @throws {@link UsageError} if they differ.
 */
export function checkTag(tag: string | undefined, version: string): void {
  if (tag === undefined || tag === `v${version}`) return;
  throw new UsageError(`The tag ${tag} does not name the version ${version} of catalog.yaml: change one of them.`);
}
