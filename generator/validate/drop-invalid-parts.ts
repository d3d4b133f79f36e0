import { isJsonObject, type Json, type JsonObject, type Path } from '../json.js';
import { pointerPath, valueAt } from '../schema/pointer.js';
import type { SchemaError } from './relevant-errors.js';

/**
 * Drops from a file what does not fit its JSON Schema, so that the rest can be checked: what a keyword of a schema holds, or
 * all that stands at a key of the file. What should be a schema becomes an empty one. What the file itself requires may be
 * missing from the result.
 *
 * @returns `undefined` where the file as a whole has the wrong structure.
 */
export function dropInvalidParts(
  value: Json,
  errors: readonly SchemaError[],
  schemaPath: Path,
): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined;
  const draft = structuredClone(value);
  for (const error of errors.filter(isInTheWay)) {
    const path = invalidPart(error);
    const isInSchema = schemaPath.every((key, depth) => key === path[depth]);
    if (path.length > 0) drop(draft, isInSchema ? path : path.slice(0, 1), isNoSchema(error));
  }
  return draft;
}

/** What the file itself requires has a default, and repeated items can be checked like all others. */
function isInTheWay({ keyword, instancePath }: SchemaError): boolean {
  return keyword !== 'uniqueItems' && !(keyword === 'required' && instancePath === '');
}

function invalidPart({ instancePath, params }: SchemaError): Path {
  const key = params['additionalProperty'] ?? params['propertyName'];
  return typeof key === 'string' ? [...pointerPath(instancePath), key] : pointerPath(instancePath);
}

function isNoSchema({ keyword, params }: SchemaError): boolean {
  return keyword === 'type' && String(params['type']) === 'object,boolean';
}

function drop(draft: Json, path: Path, becomesSchema: boolean): void {
  const owner = valueAt(draft, path.slice(0, -1)) as Record<string, unknown> | undefined;
  const key = String(path.at(-1));
  if (becomesSchema && owner !== undefined) owner[key] = {};
  else if (Array.isArray(owner)) drop(draft, path.slice(0, -1), false);
  else if (owner !== undefined) delete owner[key];
}
