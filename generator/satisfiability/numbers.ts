import {
  correct,
  elsewhere,
  largest,
  nearest,
  placeOf,
  smallest,
  type Conflict,
  type Conjunction,
  type Limit,
} from './conflict.js';

/** A limit of a number. */
interface Bound extends Limit {
  /** Whether the limit itself does not fit. */
  readonly isOpen: boolean;
}

/** Finds limits that leave no number, or none that is an integer or a multiple where one is asked for. */
export function numberConflicts(sites: Conjunction): Conflict[] {
  const low = stronger(largest(sites, 'minimum'), largest(sites, 'exclusiveMinimum'), (a, b) => a > b);
  const high = stronger(smallest(sites, 'maximum'), smallest(sites, 'exclusiveMaximum'), (a, b) => a < b);
  if (low === undefined || high === undefined) return [];
  const limits = `${wordsOf(low)} and ${wordsOf(high)}`;
  const isInteger = sites.some(({ schema }) => asksForIntegers(schema.type));
  const isPassed = low.value > high.value || (low.value === high.value && (low.isOpen || high.isOpen));
  if (isPassed || (isInteger && !holdsMultiple(low, high, 1))) {
    const own = nearest(sites, low, high);
    const message = `No ${isInteger ? 'integer' : 'number'} fits ${limits}: ${correct}`;
    return [{ ...placeOf(own), message, against: elsewhere(own, [low, high].map(placeOf)) }];
  }
  for (const site of sites) {
    const { multipleOf } = site.schema;
    if (multipleOf === undefined || holdsMultiple(low, high, multipleOf)) continue;
    const message = `No multiple of ${multipleOf} fits ${limits}: ${correct}`;
    return [{ site, at: ['multipleOf'], message, against: elsewhere({ site }, [low, high].map(placeOf)) }];
  }
  return [];
}

const wordsOf = ({ keyword, value }: Limit): string => `${keyword} ${value}`;

function stronger(
  closed: Limit | undefined,
  open: Limit | undefined,
  isStronger: (a: number, b: number) => boolean,
): Bound | undefined {
  const withClosed = closed && { ...closed, isOpen: false };
  const withOpen = open && { ...open, isOpen: true };
  if (withClosed === undefined || withOpen === undefined) return withClosed ?? withOpen;
  return isStronger(withClosed.value, withOpen.value) ? withClosed : withOpen;
}

/** Whether a `type` leaves integers alone of numbers. */
export function asksForIntegers(type: Conjunction[number]['schema']['type']): boolean {
  const types = [type ?? []].flat();
  return types.includes('integer') && !types.includes('number');
}

/** Quotients beyond this say too little about what comes behind the point. */
const largestQuotient = 2 ** 40;

/** Whether a multiple of a step lies between two limits; where doubles are too coarse, it does. */
function holdsMultiple(low: Bound, high: Bound, step: number): boolean {
  if (!areDistinct(low, high, step)) return true;
  const [from, to] = [low.value / step, high.value / step];
  const [first, last] = [wholeOf(from), wholeOf(to)];
  const lowest = first === undefined ? Math.ceil(from) : first + Number(low.isOpen);
  const highest = last === undefined ? Math.floor(to) : last - Number(high.isOpen);
  return lowest <= highest;
}

/** Whether doubles between two limits that are a step apart are different, and a limit and 0 too. */
function areDistinct(low: Bound, high: Bound, step: number): boolean {
  return [low.value, high.value].every((limit) => {
    const quotient = Math.abs(limit / step);
    return quotient <= largestQuotient && (quotient > 0 || limit === 0);
  });
}

/** The integer that a quotient is but for the rounding of binary fractions, as 3 is 0.3 / 0.1; `undefined` if none. */
function wholeOf(quotient: number): number | undefined {
  const nearestInteger = Math.round(quotient);
  return Math.abs(quotient - nearestInteger) <= 1e-12 * Math.abs(quotient) ? nearestInteger : undefined;
}
