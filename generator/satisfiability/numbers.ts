import { isMultiple } from '../../templates/typescript/src/validators/runtime/keywords/numbers.js';
import { conflictAmong, conflictAt, correct, largest, smallest, wordsOf } from './conflict.js';
import type { Conflict, Conjunction, Limit } from './conflict.js';

/** Whether a limit does not fit itself. */
const isOpen = ({ keyword }: Limit): boolean => keyword.startsWith('exclusive');

/** Finds limits that leave no number, or none that is an integer or a multiple where one is asked for. */
export function numberConflicts(sites: Conjunction): Conflict[] {
  const low = largest(sites, 'exclusiveMinimum', 'minimum');
  const high = smallest(sites, 'exclusiveMaximum', 'maximum');
  if (low === undefined || high === undefined) return [];
  const limits = `${wordsOf(low)} and ${wordsOf(high)}`;
  const isInteger = sites.some(({ schema }) => asksForIntegers(schema.type));
  const isPassed = low.value > high.value || (low.value === high.value && (isOpen(low) || isOpen(high)));
  if (isPassed || (isInteger && !holdsMultiple(low, high, 1)))
    return [conflictAmong(sites, [low, high], `No ${isInteger ? 'integer' : 'number'} fits ${limits}: ${correct}`)];
  for (const site of sites) {
    const { multipleOf } = site.schema;
    if (multipleOf === undefined || holdsMultiple(low, high, multipleOf)) continue;
    const message = `No multiple of ${multipleOf} fits ${limits}: ${correct}`;
    return [conflictAt({ site, at: ['multipleOf'] }, [low, high], message)];
  }
  return [];
}

/** Whether a `type` leaves integers alone of numbers. */
export function asksForIntegers(type: Conjunction[number]['schema']['type']): boolean {
  const types = [type ?? []].flat();
  return types.includes('integer') && !types.includes('number');
}

/** Quotients beyond this say too little about what comes behind the point. */
const maxQuotient = 2 ** 40;

/** Whether a multiple of a step lies between two limits; where doubles are too coarse, it does. */
function holdsMultiple(low: Limit, high: Limit, step: number): boolean {
  if (!areDistinct(low, high, step)) return true;
  const [from, to] = [low.value / step, high.value / step];
  const lowest = isMultiple(low.value, step) ? Math.round(from) + Number(isOpen(low)) : Math.ceil(from);
  const highest = isMultiple(high.value, step) ? Math.round(to) - Number(isOpen(high)) : Math.floor(to);
  return lowest <= highest;
}

/** Whether doubles between two limits that are a step apart are different, and a limit and 0 too. */
function areDistinct(low: Limit, high: Limit, step: number): boolean {
  return [low.value, high.value].every((limit) => {
    const quotient = Math.abs(limit / step);
    return quotient <= maxQuotient && (quotient > 0 || limit === 0);
  });
}
