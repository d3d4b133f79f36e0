import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generate } from '../generate.js';
import { defaultTemplatesFolder } from '../installation.js';
import { pluralize } from '../text/pluralize.js';
import { withCompiler } from '../typecheck/compiler.js';
import { UsageError } from '../usage-error.js';
import { checkPackage } from './check-package.js';
import { pack, packBuilt } from './pack.js';
import { compareWithLast } from './compare-with-last.js';
import { finish } from './finish.js';
import { askRegistries, planSteps } from './plan.js';
import { configuredRegistry } from './npm.js';
import { registriesOf, type Registry, type ReleaseEnvironment } from './registry.js';
import { ReleaseError } from './release-error.js';
import { checkTag, type ReleasePackage } from './release-packages.js';

/** What a release publishes, and where. */
export interface ReleaseOptions {
  readonly released: ReleasePackage;
  /** Folder of the repository: it holds `catalog` and `generated`. */
  readonly folder: string;
  /** Whether to publish nothing, and only to report what would go out. Needs no token. */
  readonly isDryRun: boolean;
  /** Folder that receives the tarball and the list of what is left to publish, for another job to publish. Default: it is published. */
  readonly packTo?: string;
  /** The tag that started the release, such as `v4.1.0`; it must name the package's version. */
  readonly tag: string | undefined;
  readonly environment: ReleaseEnvironment;
  /** Receives each line that says what is done. */
  readonly report: (line: string) => void;
}

interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly publishConfig?: { readonly registry?: string };
}

/**
 * Releases a package: checks that it is what the catalog yields, packs it once, checks the tarball, and hands that very tarball to the
 * registries that do not have it.
 *
 * @throws {@link UsageError} if the package is missing or out of date, the tag names another version, or a token or the registry is missing.
 * @throws {@link ReleaseError} if something is wrong with the tarball, or a registry does not take it.
 */
export async function release(options: ReleaseOptions): Promise<void> {
  const { released, folder, tag, environment, isDryRun, report } = options;
  const source = resolve(folder, released.folder);
  const { name, version, publishConfig } = await readManifest(source, released);
  checkTag(released, tag, version);
  const npmUrl = environment.NPM_REGISTRY || (await configuredRegistry());
  const registries = registriesOf(publishConfig?.registry ?? noRegistry(name, released), npmUrl, environment);
  if (!isDryRun && options.packTo === undefined) requireTokens(registries);
  const work = await mkdtemp(join(tmpdir(), 'release-'));
  try {
    const states = await askRegistries(registries, name, work);
    if (states[0].problem !== undefined && !isDryRun) throw new ReleaseError(states[0].problem);
    for (const { problem } of states) if (problem !== undefined) report(`warning: ${problem}`);
    if (released.isGenerated) {
      await checkGenerated(options);
      await compareWithLast(states[0], { name, version, tagPrefix: released.tagPrefix, folder, work, report });
    }
    const packed = await (released.isGenerated ? pack(source, work) : packBuilt(source, work));
    for (const file of packed.files) report(`${String(file.size).padStart(9)}  ${file.path}`);
    report(`${pluralize(packed.files.length, 'file')}, ${packed.size} bytes packed`);
    await checkPackage(packed, released, work);
    report('The tarball passes its checks.');
    const publication = { name, version, packed };
    await finish(publication, await planSteps(publication, states, work), work, options);
  } finally {
    await rm(work, { recursive: true });
  }
}

async function readManifest(folder: string, { isGenerated }: ReleasePackage): Promise<PackageManifest> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => {
    const advice = isGenerated ? 'run npm run generate, and commit the result' : 'run this in the repository';
    throw new UsageError(`There is no package at ${folder}: ${advice}.`);
  });
  return JSON.parse(text) as PackageManifest;
}

function noRegistry(name: string, { isGenerated }: ReleasePackage): never {
  const where = isGenerated ? 'package.registry in catalog/catalog.yaml' : 'publishConfig.registry in package.json';
  throw new UsageError(`${isGenerated ? 'The catalog' : 'package.json'} names no registry for ${name}: set ${where}.`);
}

function requireTokens(registries: readonly Registry[]): void {
  const lacking = registries.find(({ token }) => token === undefined);
  if (lacking !== undefined) throw new UsageError(`There is no token: set ${lacking.tokenName}, or pass --dry-run.`);
}

async function checkGenerated({ folder, report }: ReleaseOptions): Promise<void> {
  const out = join(folder, 'generated');
  const options = { catalog: join(folder, 'catalog'), out, templates: [defaultTemplatesFolder], check: true };
  const { changes, messages } = await withCompiler((compiler) => generate(options, { compiler }));
  if (changes.length > 0)
    throw new UsageError(
      'generated differs from what the catalog yields: run npm run generate, and commit the result.',
    );
  report(`${pluralize(messages, 'message')}: the catalog is valid, and generated is what it yields.`);
}
