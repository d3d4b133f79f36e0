import { parseYaml } from '../load/parse-yaml.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import { addKeyword } from './add-keyword.js';
import type { Fix } from './rule.js';

/** A catalog with fixes in it; nothing is on the disk yet. */
export interface FixedSource {
  readonly source: CatalogSource;
  /** The files that differ from what was read. */
  readonly changed: readonly SourceFile[];
  /** How many of the fixes are in it; one that could change anything else is left out. */
  readonly count: number;
}

/**
 * Applies fixes to the texts of a catalog.
 *
 * @param source - The catalog's files, as read.
 * @param fixes - In any order.
 */
export function applyFixes(source: CatalogSource, fixes: readonly Fix[]): FixedSource {
  const texts = new Map<SourceFile, string>();
  let count = 0;
  for (const { file, path, keyword, value } of fixes) {
    const edited = addKeyword(texts.get(file) ?? file.text, path, { keyword, value });
    if (edited === undefined) continue;
    texts.set(file, edited);
    count += 1;
  }
  const edit = (file: SourceFile): SourceFile => {
    const text = texts.get(file);
    return text === undefined ? file : { ...file, text, value: parseYaml(text).value };
  };
  const messages = source.messages.map(edit);
  const types = source.types.map(edit);
  return {
    source: { ...source, messages, types },
    changed: [...messages, ...types].filter((file) => !source.messages.includes(file) && !source.types.includes(file)),
    count,
  };
}
