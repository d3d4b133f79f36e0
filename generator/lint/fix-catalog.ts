import { groupBy } from '../group-by.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { load } from '../load/load.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import type { Catalog } from '../catalog/catalog.js';
import { CatalogError } from '../diagnostics/diagnostic.js';
import type { Fix } from '../validate/rule.js';
import { validate } from '../validate/validate.js';
import { addKeywords } from './add-keywords.js';
import { lintFindings } from './lint.js';
import { saveFixes, type FixedFile } from './save-fixes.js';

/** What fixing did. */
export interface FixResult {
  /** What was added. */
  readonly fixed: readonly Fix[];
  /** How many could not be, though their rule has a fix. */
  readonly leftOut: number;
  /** Absolute paths of the files that were written. */
  readonly files: readonly string[];
}

/**
 * Fixes what lint finds and a program may decide. A second run changes nothing. Files with errors, and those that depend on
 * them, are left as they are.
 *
 * @throws {@link CatalogError} if the settings have an error, as they may except what would be fixed, or every message has
 *   one; then nothing is written.
 */
export async function fixCatalog(folder: string): Promise<FixResult> {
  const reporter = new Reporter(locatorOf);
  const source = await load(folder, reporter);
  const fixes = lintFindings(validPart(source, reporter)).flatMap(({ fix }) => fix ?? []);
  const { changed, leftOut } = applyFixes(fixes);
  await saveFixes(changed);
  return {
    fixed: fixes.filter((fix) => !leftOut.includes(fix)),
    leftOut: leftOut.length,
    files: changed.map(({ file }) => file.absolutePath),
  };
}

/** The catalog without the files that have an error. */
function validPart(source: CatalogSource, reporter: Reporter): Catalog {
  try {
    return validate(source, reporter);
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    const flawed = new Set(error.diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    const isValid = ({ absolutePath }: SourceFile): boolean => !flawed.has(absolutePath);
    const messages = source.messages.filter(isValid);
    if (!isValid(source.settings) || messages.length === 0) throw error;
    const rest = { ...source, messages, types: source.types.filter(isValid) };
    if (rest.messages.length + rest.types.length === source.messages.length + source.types.length) throw error;
    return validPart(rest, new Reporter(locatorOf));
  }
}

/** Applies as many fixes to the files of a valid catalog as change nothing else there. */
export function applyFixes(fixes: readonly Fix[]): { changed: FixedFile[]; leftOut: readonly Fix[] } {
  const fixed = [...groupBy(fixes, (fix) => fix.file)].map(([file, own]) => ({ file, ...addKeywords(file.text, own) }));
  return {
    changed: fixed.filter(({ file, text }) => text !== file.text),
    leftOut: fixed.flatMap(({ leftOut }) => leftOut),
  };
}
