import { isJsonObject, type Json, type Path } from '../json.js';
import { pointerPath, pointerText } from '../schema/pointer.js';
import type { SchemaError } from './telling-errors.js';

/** What is left of a file without the parts that have the wrong structure. */
export interface ValidParts {
  readonly value: Json;
  /** JSON pointers to the mappings that lost something, as written in the file. */
  readonly incomplete: ReadonlySet<string>;
}

/** Dropping a part can leave its owner without what it requires, and so on; files require parts no deeper than this. */
const maxRounds = 6;

type Draft = { [key: string]: Draft | Json };

/**
 * Drops from a file what does not fit its JSON Schema, so that the rest can be checked. A schema of the wrong structure
 * becomes `true`. A list with a wrong item goes as a whole, since the others would get new indexes. What the file itself
 * requires may be missing from the result.
 *
 * @param value - What the file holds.
 * @param errors - What does not fit.
 * @param validate - Finds what does not fit in what is left.
 * @returns `undefined` where the file as a whole has the wrong structure.
 */
export function dropInvalidParts(
  value: Json,
  errors: readonly SchemaError[],
  validate: (value: Json) => readonly SchemaError[],
): ValidParts | undefined {
  if (!isJsonObject(value)) return undefined;
  const draft = structuredClone(value) as Draft;
  const incomplete = new Set<string>();
  let left = errors;
  for (let round = 0; round < maxRounds; round += 1) {
    for (const { instancePath, keyword } of left) if (keyword === 'required') incomplete.add(instancePath);
    left = left.filter(isInTheWay);
    if (left.length === 0) return { value: draft as Json, incomplete };
    for (const error of left) {
      const path = invalidPart(error);
      if (path.length === 0) return undefined;
      incomplete.add(pointerText(path.slice(0, -1)));
      if (isSchemaError(error)) replaceWithTrue(draft, path);
      else drop(draft, path);
    }
    left = validate(draft as Json);
  }
  return undefined;
}

/** What the file itself requires has a default, and repeated items can be checked like all others. */
function isInTheWay({ keyword, instancePath }: SchemaError): boolean {
  return keyword !== 'uniqueItems' && !(keyword === 'required' && instancePath === '');
}

function invalidPart({ instancePath, params }: SchemaError): Path {
  const key = params['additionalProperty'] ?? params['propertyName'];
  return typeof key === 'string' ? [...pointerPath(instancePath), key] : pointerPath(instancePath);
}

function isSchemaError({ keyword, params }: SchemaError): boolean {
  return keyword === 'type' && String(params['type']) === 'object,boolean';
}

function replaceWithTrue(draft: Draft, path: Path): void {
  const owner = ownerOf(draft, path);
  if (owner !== undefined) owner[String(path.at(-1))] = true;
}

function drop(draft: Draft, path: Path): void {
  const owner = ownerOf(draft, path);
  if (Array.isArray(owner)) drop(draft, path.slice(0, -1));
  else if (owner !== undefined) delete owner[String(path.at(-1))];
}

/** The mapping or list that holds what a path leads to; `undefined` where it was dropped before. */
function ownerOf(draft: Draft, path: Path): Draft | undefined {
  let owner: Draft | Json | undefined = draft;
  for (const key of path.slice(0, -1)) {
    if (typeof owner !== 'object' || owner === null) return undefined;
    owner = (owner as Draft)[key];
  }
  return typeof owner === 'object' && owner !== null ? (owner as Draft) : undefined;
}
