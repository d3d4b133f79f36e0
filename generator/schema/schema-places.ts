import { isJsonObject, type Json, type Path } from '../json.js';
import { keywords, type KeywordContent } from './keywords.js';
import { nearest } from '../text/suggest.js';
import { valueAt } from './pointer.js';

const contents: ReadonlyMap<string, KeywordContent> = new Map(keywords.map(({ name, holds }) => [name, holds]));

/**
 * The schema that a JSON pointer leads to, by way of keywords that hold schemas: what else lies in a file is none.
 *
 * @returns `undefined` where there is no schema.
 */
export function schemaAt(root: Json | undefined, pointer: readonly string[]): Json | undefined {
  let place = root;
  for (let at = 0; at < pointer.length;) {
    const holds = contents.get(pointer[at] ?? '');
    if (!isJsonObject(place) || holds === undefined || holds === 'value') return undefined;
    const steps = holds === 'schema' ? 1 : 2;
    if (at + steps > pointer.length) return undefined;
    place = valueAt(place, pointer.slice(at, at + steps));
    at += steps;
  }
  return typeof place === 'boolean' || isJsonObject(place) ? place : undefined;
}

/**
 * The anchors of a schema and of those inside it, each with the path to the schema that it names. Those below an `$id` belong
 * to a schema of its own (JSON Schema Core 2020-12, section 8.2.2).
 */
export function anchorsIn(root: Json | undefined): ReadonlyMap<string, Path> {
  const anchors = new Map<string, Path>();
  const visit = (schema: Json | undefined, path: Path): void => {
    if (!isJsonObject(schema) || (path.length > 0 && schema['$id'] !== undefined)) return;
    for (const name of [schema['$anchor'], schema['$dynamicAnchor']])
      if (typeof name === 'string' && !anchors.has(name)) anchors.set(name, path);
    for (const [keyword, content] of Object.entries(schema)) {
      const holds = contents.get(keyword);
      if (holds === 'schema') visit(content, [...path, keyword]);
      if (holds === 'list' || holds === 'map')
        for (const [key, inner] of Object.entries(content ?? {})) visit(inner as Json, [...path, keyword, key]);
    }
  };
  visit(root, []);
  return anchors;
}

/** Whether a pointer ends at a keyword that is there, but misspelt: that is the error, and not what refers to it. */
export function hasMisspeltKeyword(root: Json | undefined, pointer: readonly string[]): boolean {
  const depth = pointer.findIndex((_, index) => valueAt(root, pointer.slice(0, index + 1)) === undefined);
  const [owner, missing] = [valueAt(root, pointer.slice(0, depth)), pointer[depth] ?? ''];
  if (!isJsonObject(owner) || !contents.has(missing)) return false;
  return Object.keys(owner).some((name) => !contents.has(name) && nearest(name, [missing]) !== undefined);
}
