import { Reporter } from '../diagnostics/reporter.js';
import { load } from '../load/load.js';
import { validate } from '../validate/validate.js';
import { applyFixes } from './fix.js';
import { lintFindings } from './lint.js';
import { saveFixes } from './save-fixes.js';

/** What fixing did. */
export interface FixResult {
  /** How many findings were fixed. */
  readonly count: number;
  /** Absolute paths of the files that were written. */
  readonly files: readonly string[];
}

/**
 * Fixes what lint finds and a program may decide. A second run changes nothing.
 *
 * @param folder - The catalog's folder.
 * @throws {@link CatalogError} if the catalog has an error, before or after the fixes; then nothing is written.
 */
export async function fixCatalog(folder: string): Promise<FixResult> {
  const reporter = new Reporter();
  const source = await load(folder, reporter);
  const findings = lintFindings(validate(source, reporter));
  const fixed = applyFixes(
    source,
    findings.flatMap(({ fix }) => fix ?? []),
  );
  validate(fixed.source, new Reporter());
  await saveFixes(source, fixed);
  return { count: fixed.count, files: fixed.changed.map(({ absolutePath }) => absolutePath) };
}
