import { join } from 'node:path';
import { CatalogError } from '../diagnostics/diagnostic.js';
import { diffVersions } from '../diff/diff-versions.js';
import { prettyDiff } from '../diff/formats/pretty.js';
import { isTooLow } from '../diff/needed-version.js';
import { terminalInfo } from '../text/terminal.js';
import { UsageError } from '../usage-error.js';
import { tagBefore, versionBefore } from './last-release.js';
import type { RegistryState } from './plan.js';
import { download } from './published.js';
import { ReleaseError } from './release-error.js';

/** What is compared with its last version. */
export interface ComparisonOptions {
  readonly name: string;
  readonly version: string;
  /** What the names of tags start with. */
  readonly tagPrefix: string;
  /** Folder of the repository: it holds `catalog`. */
  readonly folder: string;
  /** Where npm runs, and where the last version is put. */
  readonly work: string;
  readonly report: (line: string) => void;
}

/**
 * Compares the catalog with that of the version before: the published one, or where the registry has none, the tagged one. Says so where
 * there is none to compare with.
 *
 * @throws {@link ReleaseError} if the changes need a higher version, or something has to be waived.
 */
export async function compareWithLast(state: RegistryState, options: ComparisonOptions): Promise<void> {
  const { name, version, tagPrefix, folder, work, report } = options;
  const published = versionBefore(version, state.versions);
  const before =
    published === undefined
      ? await tagBefore(version, tagPrefix, folder)
      : await download(published, { name, registry: state.registry, folder: work });
  if (before === undefined) return report(`There is no version before ${version} to compare with.`);
  try {
    const catalog = join(folder, 'catalog');
    const { diff } = await diffVersions({ before, catalog, folder, report: () => undefined });
    report(prettyDiff(diff, terminalInfo(process.stdout), folder).trimEnd());
    if (isTooLow(diff.report) || diff.problems.length > 0)
      throw new ReleaseError(`${name} ${version} may not go out as it is: what to change is said above.`);
  } catch (error) {
    // The catalog itself was checked: it is the one before that cannot be read.
    if (!(error instanceof UsageError || error instanceof CatalogError)) throw error;
    report(`warning: ${version} is not compared with ${published ?? before}: ${error.message}`);
  }
}
