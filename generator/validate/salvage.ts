import { isJsonObject, type Json } from '../load/source.js';
import { pointerPath } from '../schema/pointer.js';
import type { SchemaError } from './telling-errors.js';

/** What stands in for required parts that are missing or unusable, so that the other parts can be checked. */
export type Substitutes = Readonly<Record<string, Json>>;

/** Each round takes out the owners of what the round before took; a file is seldom required deeper than this. */
const mostRounds = 4;

type Draft = { [key: string]: Draft | Json };

/**
 * Leaves out of a file what does not fit its JSON Schema, so that one mistake does not hide the others. A schema that is
 * none becomes `true`, which accepts everything: references to it still lead somewhere.
 *
 * @param value - What the file holds.
 * @param errors - What does not fit.
 * @param substitutes - What stands in for the file's own required keys.
 * @param misfits - Tells what of a value does not fit. Leaving a part out can leave its owner without what it requires.
 * @returns What is left; `undefined` where it still does not fit.
 */
export function salvage(
  value: Json,
  errors: readonly SchemaError[],
  substitutes: Substitutes,
  misfits: (value: Json) => readonly SchemaError[],
): Json | undefined {
  if (!isJsonObject(value)) return undefined;
  const draft = structuredClone(value) as Draft;
  let left = errors.filter(isInTheWay);
  for (let round = 0; round < mostRounds && left.length > 0; round += 1) {
    for (const error of left) leaveOut(draft, error, substitutes);
    left = misfits(draft as Json).filter(isInTheWay);
  }
  return left.length === 0 ? (draft as Json) : undefined;
}

function leaveOut(draft: Draft, { keyword, instancePath, params }: SchemaError, substitutes: Substitutes): void {
  const path = pointerPath(instancePath);
  if (keyword === 'additionalProperties') {
    const owner = descend(draft, path);
    if (owner !== undefined) delete owner[String(params['additionalProperty'])];
    return;
  }
  if (keyword === 'required') {
    const name = String(params['missingProperty']);
    const substitute = substitutes[name];
    const owner = isSubstituted(path, name) ? descend(draft, path) : undefined;
    if (owner !== undefined && substitute !== undefined) owner[name] = substitute;
    else remove(draft, path, substitutes);
    return;
  }
  const isSchema = keyword === 'type' && String(params['type']) === 'object,boolean';
  const owner = isSchema ? descend(draft, path.slice(0, -1)) : undefined;
  if (owner !== undefined) owner[path.at(-1) ?? ''] = true;
  else remove(draft, path, substitutes);
}

/** What a list repeats can be checked like the rest. */
function isInTheWay({ keyword }: SchemaError): boolean {
  return keyword !== 'uniqueItems';
}

/** Of keys inside others, only the title of an example can be made up: nothing depends on it. */
function isSubstituted(path: readonly string[], name: string): boolean {
  return path.length === 0 || (path[0] === 'examples' && path.length === 2 && name === 'title');
}

/** Removes a value; of a list the whole, since what follows would move up to other places. */
function remove(draft: Draft, path: readonly string[], substitutes: Substitutes): void {
  let owner: Draft | undefined = draft;
  for (const [depth, key] of path.entries()) {
    const inner: Draft | Json | undefined = owner[key];
    const isLast = depth === path.length - 1;
    if (isLast || Array.isArray(inner)) {
      const substitute = depth === 0 ? substitutes[key] : undefined;
      if (substitute === undefined) delete owner[key];
      else owner[key] = substitute;
      return;
    }
    if (typeof inner !== 'object' || inner === null) return;
    owner = inner as Draft;
  }
}

function descend(draft: Draft, path: readonly string[]): Draft | undefined {
  let owner: Draft | Json | undefined = draft;
  for (const key of path) {
    if (typeof owner !== 'object' || owner === null) return undefined;
    owner = (owner as Draft)[key];
  }
  return typeof owner === 'object' && owner !== null ? (owner as Draft) : undefined;
}
