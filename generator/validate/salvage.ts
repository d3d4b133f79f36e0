import { isJsonObject, type Json } from '../json.js';
import { unnamed } from '../names.js';
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
    const substitute = path.length === 0 ? substitutes[name] : madeUp([...path, name]);
    const owner = descend(draft, path);
    if (owner !== undefined && substitute !== undefined) owner[name] = substitute;
    else remove(draft, path, substitutes);
    return;
  }
  const made = madeUp(path);
  if (made !== undefined) {
    const owner = descend(draft, path.slice(0, -1));
    if (owner !== undefined) owner[path.at(-1) ?? ''] = made;
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

/** What stands in for a part inside another that nothing but the rest of its owner depends on; `undefined` for all others. */
function madeUp([first, second, third, ...deeper]: readonly string[]): Json | undefined {
  if (deeper.length > 0) return undefined;
  if (first === 'examples' && third === 'title') return '-';
  if (first === 'examples' && third === 'payload') return null;
  if (third !== undefined) return undefined;
  if (first === 'deprecated' && second === 'since') return '0.0.0';
  return first === 'emits' && second !== undefined ? unnamed : undefined;
}

/** Removes a value; for an item of a list the list, since what follows would move up to other places. */
function remove(draft: Draft, path: readonly string[], substitutes: Substitutes): void {
  let owner: Draft | undefined = draft;
  for (const [depth, key] of path.entries()) {
    const inner: Draft | Json | undefined = owner[key];
    const isLast = depth === path.length - 1;
    if (isLast || (Array.isArray(inner) && depth === path.length - 2)) {
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
