import { groupBy } from '../group-by.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { load } from '../load/load.js';
import { validate } from '../validate/validate.js';
import { addKeywords } from './add-keywords.js';
import { lintFindings } from './lint.js';
import type { Fix } from './rule.js';
import { saveFixes, type FixedFile } from './save-fixes.js';

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
 * @throws {@link CatalogError} if the catalog has an error; then nothing is written.
 */
export async function fixCatalog(folder: string): Promise<FixResult> {
  const reporter = new Reporter(locatorOf);
  const source = await load(folder, reporter);
  const fixes = lintFindings(validate(source, reporter)).flatMap(({ fix }) => fix ?? []);
  const { changed, leftOut } = applyFixes(fixes);
  await saveFixes(changed);
  return {
    count: fixes.length - leftOut.length,
    leftOut: leftOut.length,
    files: changed.map(({ file }) => file.absolutePath),
  };
}

/**
 * Applies fixes to the files of a valid catalog, as many as can be applied: what would change more of a file is left out.
 */
export function applyFixes(fixes: readonly Fix[]): { changed: FixedFile[]; leftOut: readonly Fix[] } {
  const fixed = [...groupBy(fixes, (fix) => fix.file)].map(([file, own]) => ({ file, ...addKeywords(file.text, own) }));
  return {
    changed: fixed.filter(({ file, text }) => text !== file.text),
    leftOut: fixed.flatMap(({ leftOut }) => leftOut),
  };
}
