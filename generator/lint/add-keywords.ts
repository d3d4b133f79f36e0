import { isDeepStrictEqual } from 'node:util';
import { isCollection, isMap } from 'yaml';
import { composeYaml } from '../load/compose.js';
import { parseYaml } from '../load/parse-yaml.js';
import { isJsonObject, type Path } from '../json.js';
import { valueAt } from '../schema/pointer.js';
import { insertionsFor, type Insertion, type NewEntry } from './insertions.js';

/** A keyword and its value, to stand at the end of a schema. */
export interface Addition extends NewEntry {
  /** Leads from the root of the text to the schema. */
  readonly path: Path;
}

/**
 * Adds keywords at the ends of schemas in a YAML or JSON text, and leaves every other byte as it is: comments, quotes,
 * layout, line ends.
 *
 * @returns The new text; `undefined` where it would not hold exactly what the old one holds and the keywords besides.
 */
export function addKeywords(text: string, additions: readonly Addition[]): string | undefined {
  const { root } = composeYaml(text);
  const wanted = parseYaml(text).value;
  const insertions: (Insertion & { readonly depth: number })[] = [];
  for (const addition of additions) {
    const { path, keyword, value } = addition;
    const map = isCollection(root) && path.length > 0 ? root.getIn(path, true) : root;
    const schema = valueAt(wanted, path);
    if (!isMap(map) || !isJsonObject(schema) || Object.hasOwn(schema, keyword)) return undefined;
    Object.assign(schema, { [keyword]: value });
    insertions.push(...insertionsFor(text, map, addition).map((each) => ({ ...each, depth: path.length })));
  }
  // Where a schema ends together with one inside it, what belongs to the inner one comes first.
  const sorted = insertions.toSorted((a, b) => a.offset - b.offset || b.depth - a.depth);
  const pieces = sorted.map(({ offset, text: added }, index) => text.slice(sorted[index - 1]?.offset, offset) + added);
  const edited = pieces.join('') + text.slice(sorted.at(-1)?.offset);
  const { value, problems } = parseYaml(edited);
  return problems.length === 0 && isDeepStrictEqual(value, wanted) ? edited : undefined;
}
