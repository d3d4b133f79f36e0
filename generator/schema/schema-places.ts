import { isJsonObject, type Json, type Path } from '../json.js';
import { nearest } from '../text/suggest.js';
import type { JsonSchema } from './json-schema.js';
import { keywordNames, subschemas, walkSchema } from './keywords.js';
import { valueAt } from './pointer.js';

/** The schema that a JSON pointer leads to, by way of keywords that hold schemas; `undefined` where there is none. */
export function schemaAt(root: JsonSchema, pointer: readonly string[]): JsonSchema | undefined {
  if (pointer.length === 0) return root;
  const next = subschemas(root).find(({ path }) => path.every((key, depth) => String(key) === pointer[depth]));
  return next && schemaAt(next.schema, pointer.slice(next.path.length));
}

/** The paths of anchors; those below an `$id` belong to a schema of its own (JSON Schema Core 2020-12, 8.2.2). */
export function anchorsIn(root: JsonSchema): ReadonlyMap<string, Path> {
  const anchors = new Map<string, Path>();
  walkSchema(root, [], (schema, path) => {
    if (typeof schema === 'boolean' || (path.length > 0 && schema.$id !== undefined)) return false;
    for (const name of [schema.$anchor, schema.$dynamicAnchor])
      if (name !== undefined && !anchors.has(name)) anchors.set(name, path);
    return true;
  });
  return anchors;
}

/** Whether a pointer ends at a keyword that is there, but misspelt: that is the error, and not what refers to it. */
export function hasMisspeltKeyword(root: Json | undefined, pointer: readonly string[]): boolean {
  const depth = pointer.findIndex((_, index) => valueAt(root, pointer.slice(0, index + 1)) === undefined);
  const [owner, missing] = [valueAt(root, pointer.slice(0, depth)), pointer[depth] ?? ''];
  if (!isJsonObject(owner) || !keywordNames.has(missing)) return false;
  return Object.keys(owner).some((name) => !keywordNames.has(name) && nearest(name, [missing]) !== undefined);
}
