import { compileSchema } from '../../templates/typescript/src/validators/runtime/compile.js';
import { NestingError } from '../../templates/typescript/src/validators/runtime/run.js';
import type { Schema } from '../../templates/typescript/src/validators/runtime/schema.js';
import type { Json } from '../json.js';
import { CostError, CountedRun } from '../schema/counted-run.js';
import { matchSteps } from '../schema/matching-cost.js';
import type { Budget } from './budget.js';

/** Steps that one match of a pattern may take. */
const maxMatchSteps = 1_000_000;
/** Characters of a text that are read in a step of the budget. */
const charactersPerStep = 100;

/** Whether a value fits a schema, as emitted validators say; `undefined` where that takes too much work. */
export function fits(value: Json, schema: Schema, budget: Budget): boolean | undefined {
  const run = new CountedRun(true, { take: () => budget.take(), maxMatchSteps });
  try {
    return compileSchema(schema)(value, run, undefined);
  } catch (error) {
    if (error instanceof CostError || error instanceof NestingError) return undefined;
    throw error;
  }
}

/** Whether a text matches a pattern; `undefined` where that may take too much work. */
export function matches(pattern: string, text: string, budget: Budget): boolean | undefined {
  if (!budget.take(1 + Math.floor(text.length / charactersPerStep))) return undefined;
  return matchSteps(pattern, text.length) > maxMatchSteps ? undefined : new RegExp(pattern, 'u').test(text);
}

/** Whether something holds of all items, of each of which that may be unknown. */
export function every<Item>(items: readonly Item[], holds: (item: Item) => boolean | undefined): boolean | undefined {
  let answer: boolean | undefined = true;
  for (const item of items) {
    const each = holds(item);
    if (each === false) return false;
    if (each === undefined) answer = undefined;
  }
  return answer;
}
