import { CatalogError } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { parseYaml } from '../load/parse-yaml.js';
import { groupBy } from '../group-by.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import { validate } from '../validate/validate.js';
import { addKeywords } from './add-keywords.js';
import { applyMost } from './apply-most.js';
import type { Fix } from './rule.js';

/** The files of a catalog that fixes change; nothing is on the disk yet. */
export interface FixedFiles {
  /** The files as they are to be. */
  readonly changed: readonly SourceFile[];
  /** Fixes that are not in them: one would change more of its file than it should, or make the catalog invalid. */
  readonly leftOut: readonly Fix[];
}

/** Files as they are to be, by the files as read. */
type Edits = ReadonlyMap<SourceFile, SourceFile>;

/**
 * Applies fixes to the files of a catalog, as many as can be applied.
 *
 * @param source - The files of a valid catalog, as read.
 * @param fixes - In any order.
 */
export function applyFixes(source: CatalogSource, fixes: readonly Fix[]): FixedFiles {
  const unfit = new Set([...byFile(fixes)].flatMap(([file, own]) => applyMost(file.text, own, addKeywords).leftOut));
  const fit = fixes.filter((fix) => !unfit.has(fix));
  const none: Edits = new Map();
  const { state, leftOut } = applyMost(none, fit, (edits, more) => {
    const edited = edit(edits, more);
    return edited !== undefined && isValid(source, edited) ? edited : undefined;
  });
  return { changed: [...state.values()], leftOut: [...unfit, ...leftOut] };
}

function byFile(fixes: readonly Fix[]): ReadonlyMap<SourceFile, readonly Fix[]> {
  return groupBy(fixes, ({ file }) => file);
}

/** Adds fixes to files that may have some; `undefined` where one cannot be added. */
function edit(edits: Edits, fixes: readonly Fix[]): Edits | undefined {
  const edited = new Map(edits);
  for (const [file, own] of byFile(fixes)) {
    const text = addKeywords(edited.get(file)?.text ?? file.text, own);
    if (text === undefined) return undefined;
    edited.set(file, { ...file, text, value: parseYaml(text).value });
  }
  return edited;
}

function isValid(source: CatalogSource, edits: Edits): boolean {
  const edited = (files: readonly SourceFile[]): SourceFile[] => files.map((file) => edits.get(file) ?? file);
  try {
    validate({ ...source, messages: edited(source.messages), types: edited(source.types) }, new Reporter(locatorOf));
    return true;
  } catch (error) {
    if (error instanceof CatalogError) return false;
    throw error;
  }
}
