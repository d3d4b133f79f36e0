import { resolve } from 'node:path';
import type { Catalog } from '../catalog/catalog.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { readCatalog } from '../read-catalog.js';
import type { Diff, DiffOptions } from './change-report.js';
import { diffCatalogs } from './diff-catalogs.js';
import { readLastRelease, readVersion, type LastRelease, type VersionOptions } from './read-version.js';

/** Which versions to compare, and how. */
export interface DiffVersionsOptions extends VersionOptions, Omit<DiffOptions, 'today'> {
  /** The version before, as {@link readVersion} takes it. Default: the last release. */
  readonly before?: string | undefined;
  /** The version after. Default: the working catalog. */
  readonly after?: string | undefined;
  /** The day on which waivers must hold. Default: today, in UTC. */
  readonly today?: string;
}

/**
 * Reads two versions of a catalog and compares them.
 *
 * @returns The diff, and both catalogs.
 * @throws {@link UsageError} if there is no such version.
 * @throws {@link CatalogError} if one of them has an error.
 */
export async function diffVersions(
  options: DiffVersionsOptions,
): Promise<{ readonly diff: Diff; readonly before: Catalog; readonly after: Catalog }> {
  const { before, report, catalog, folder, all = false, strict = false } = options;
  const { today = new Date().toISOString().slice(0, 10) } = options;
  const after =
    options.after === undefined
      ? await readCatalog(resolve(folder, catalog), new Reporter(locatorOf), report)
      : await readVersion(options.after, options);
  report('Reading the version before');
  const earlier: LastRelease =
    before === undefined
      ? await readLastRelease(options, after)
      : { catalog: await readVersion(before, options, after) };
  report('Comparing');
  const diff = await diffCatalogs(earlier.catalog, after, { all, strict, today });
  const notices = [
    ...(earlier.notice === undefined ? [] : [`compared-with: ${earlier.notice}`]),
    ...diff.report.notices,
  ];
  return { diff: { ...diff, report: { ...diff.report, notices } }, before: earlier.catalog, after };
}
