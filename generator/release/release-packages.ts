import { join } from 'node:path';
import { toolFolder } from '../installation.js';
import { UsageError } from '../usage-error.js';

/** A package that this repository releases. */
export interface ReleasePackage {
  /** What `--package` calls it. */
  readonly id: string;
  /** What the names of its tags start with; its version follows. */
  readonly tagPrefix: string;
  /** Where its version is changed. */
  readonly versionFile: string;
  /** Folder below the current one that holds it; the tool is where it runs. */
  readonly folder: string;
  /** Whether it is generated from the catalog, and built in a copy; the tool was built before. */
  readonly isGenerated: boolean;
  /** Ways to load it that are checked. */
  readonly profile: 'strict' | 'esm-only';
  /** Most bytes of the tarball, and most files in it. */
  readonly limits: { readonly size: number; readonly files: number };
  /** Files that it must hold. */
  readonly files: readonly string[];
}

/** The packages that this repository releases; the first one unless a tag or `--package` names another. */
export const releasePackages: readonly [ReleasePackage, ...ReleasePackage[]] = [
  {
    id: 'client',
    tagPrefix: 'v',
    versionFile: 'catalog/catalog.yaml',
    folder: join('generated', 'typescript'),
    isGenerated: true,
    profile: 'strict',
    limits: { size: 400_000, files: 1000 },
    files: [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'catalog.json',
      'package.json',
      'dist/esm/index.js',
      'dist/cjs/index.js',
      'dist/types/index.d.ts',
    ],
  },
  {
    id: 'tool',
    tagPrefix: 'worker-codegen-v',
    versionFile: 'package.json',
    folder: toolFolder,
    isGenerated: false,
    profile: 'esm-only',
    limits: { size: 2_000_000, files: 2000 },
    files: ['LICENSE', 'README.md', 'package.json', 'dist/cli/cli.js', 'generator/schemas/message.schema.json'],
  },
];

/**
 * Picks the package to release.
 *
 * @param id - What `--package` names, if anything.
 * @param tag - The tag that started the release, if one did.
 * @throws {@link UsageError} if there is none of that name.
 */
export function pickPackage(id: string | undefined, tag: string | undefined): ReleasePackage {
  const ofTag = releasePackages.find(({ tagPrefix }) => tag?.startsWith(tagPrefix));
  if (id === undefined) return ofTag ?? releasePackages[0];
  const named = releasePackages.find((each) => each.id === id);
  if (named === undefined)
    throw new UsageError(`There is no package ${id}: there is ${releasePackages.map((each) => each.id).join(', ')}.`);
  return named;
}

/**
 * Refuses to release under a tag that names another version.
 *
 * @param released - The package.
 * @param tag - The tag, if one started the release.
 * @param version - The package's version.
 * @throws {@link UsageError} if they differ.
 */
export function checkTag({ tagPrefix, versionFile }: ReleasePackage, tag: string | undefined, version: string): void {
  if (tag === undefined || tag === `${tagPrefix}${version}`) return;
  throw new UsageError(`The tag ${tag} does not name the version ${version} of ${versionFile}: change one of them.`);
}
