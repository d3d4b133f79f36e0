import { hasGap, isGapKey } from '../load/gaps.js';
import { locatorOf } from '../load/locate.js';
import type { Json } from '../json.js';
import type { ReadableRest } from '../load/source.js';
import { pointerPath } from '../schema/pointer.js';
import { partAtFault } from './schema-words.js';
import { problemOf, type SchemaError } from './telling-errors.js';

/**
 * Leaves of the errors of what can be read of a file those that cannot come of what cannot be read.
 *
 * @param errors - Of the value of the rest.
 * @param rest - What can be read.
 */
export function sureErrors(errors: readonly SchemaError[], rest: ReadableRest): SchemaError[] {
  const isLost = lostPlaces(rest);
  return errors.filter((error) => !isOfGap(error) && !isOfLack(error) && !isLost(error));
}

/** Whether an error may come of a part that cannot be read. */
function isOfGap({ keyword, instancePath, params, data }: SchemaError): boolean {
  if (pointerPath(instancePath).some(isGapKey) || isGapKey(params['additionalProperty'] as string | undefined))
    return true;
  if (keyword === 'uniqueItems') return hasGap((data as readonly Json[])[Number(params['index'])]);
  return keyword !== 'additionalProperties' && hasGap(data as Json);
}

/** Tells which errors lie where nobody knows what belongs to what. */
function lostPlaces({ lost, text }: ReadableRest): (error: SchemaError) => boolean {
  if (lost.length === 0) return () => false;
  const locate = locatorOf(text);
  return (error) => {
    const problem = problemOf(error);
    const [at] = locate(problem.path, partAtFault(problem));
    return lost.some(([start, end]) => at >= start && at < end);
  };
}

/** Whether something is missing, which may stand in what cannot be read. */
function isOfLack({ keyword, data }: SchemaError): boolean {
  return keyword === 'required' || keyword === 'dependentRequired' || data === null || data === '';
}
