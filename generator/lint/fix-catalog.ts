import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { load } from '../load/load.js';
import { validate } from '../validate/validate.js';
import { applyFixes } from './fix.js';
import { lintFindings } from './lint.js';
import { saveFixes } from './save-fixes.js';

/** What fixing did. */
export interface FixResult {
  /** How many findings were fixed. */
  readonly count: number;
  /** How many could not be, though their rule has a fix. */
  readonly leftOut: number;
  /** Absolute paths of the files that were written. */
  readonly files: readonly string[];
}

/**
 * Fixes what lint finds and a program may decide. A second run changes nothing.
 *
 * @param folder - The catalog's folder.
 * @throws {@link CatalogError} if the catalog has an error; then nothing is written.
 */
export async function fixCatalog(folder: string): Promise<FixResult> {
  const reporter = new Reporter(locatorOf);
  const source = await load(folder, reporter);
  const fixes = lintFindings(validate(source, reporter)).flatMap(({ fix }) => fix ?? []);
  const { changed, leftOut } = applyFixes(fixes);
  await saveFixes(source, changed);
  return {
    count: fixes.length - leftOut.length,
    leftOut: leftOut.length,
    files: changed.map(({ absolutePath }) => absolutePath),
  };
}
