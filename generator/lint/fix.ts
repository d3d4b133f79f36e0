import { parseYaml } from '../load/parse-yaml.js';
import { groupBy } from '../group-by.js';
import type { SourceFile } from '../load/source.js';
import { addKeywords } from './add-keywords.js';
import type { Fix } from './rule.js';

/** The files of a catalog that fixes change; nothing is on the disk yet. */
export interface FixedFiles {
  /** The files as they are to be. */
  readonly changed: readonly SourceFile[];
  /** Fixes that are not in them: each would change more of its file than it should. */
  readonly leftOut: readonly Fix[];
}

/**
 * Applies fixes to the files of a valid catalog, as many as can be applied.
 *
 * @param fixes - In any order.
 */
export function applyFixes(fixes: readonly Fix[]): FixedFiles {
  const changed: SourceFile[] = [];
  const leftOut: Fix[] = [];
  for (const [file, own] of groupBy(fixes, (fix) => fix.file)) {
    const fixed = fixText(file.text, own);
    leftOut.push(...fixed.leftOut);
    if (fixed.text !== file.text) changed.push({ ...file, text: fixed.text, value: parseYaml(fixed.text).value });
  }
  return { changed, leftOut };
}

/** Applies all fixes of a text at once where that works; otherwise those that work, found by halving. */
function fixText(text: string, fixes: readonly Fix[]): { text: string; leftOut: readonly Fix[] } {
  const fixed = addKeywords(text, fixes);
  if (fixed !== undefined) return { text: fixed, leftOut: [] };
  if (fixes.length < 2) return { text, leftOut: fixes };
  const middle = Math.ceil(fixes.length / 2);
  const first = fixText(text, fixes.slice(0, middle));
  const second = fixText(first.text, fixes.slice(middle));
  return { text: second.text, leftOut: [...first.leftOut, ...second.leftOut] };
}
