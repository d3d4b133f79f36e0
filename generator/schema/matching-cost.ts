import { positionsOf, UnknownCostError, type Position, type CountSteps } from './pattern-positions.js';

/** How the time of a match grows with the length of a text, at worst. */
export type MatchingCost = 'linear' | 'polynomial' | 'exponential';

const maxPattern = 500;
/** Steps of comparing ways through one pattern. */
const maxSteps = 200_000;

/** A pattern of at most one repetition, from the start of the text: no two ways through it can match the same. */
const plain = /^\^[^*+?{}()|]*(?:[*+]|\{[\d,]+\})?[^*+?{}()|]*$/;
const repeating = /[*+{]/;

const costs = new Map<string, MatchingCost | undefined>();

/**
 * Finds how a regular expression backtracks: whether it has two ways to match the same repeated text, one inside the other
 * (exponential) or one behind the other (polynomial); see Weber and Seidl, "On the degree of ambiguity of finite automata",
 * 1991. Gives `undefined` where that takes too much work, or there are parts such as back references.
 */
export function matchingCost(pattern: string): MatchingCost | undefined {
  if (plain.test(pattern) || !repeating.test(pattern)) return 'linear';
  if (!costs.has(pattern)) costs.set(pattern, pattern.length > maxPattern ? undefined : analyze(pattern));
  return costs.get(pattern);
}

/** About how many steps it takes at most to match a pattern against a text of a length. */
export function matchSteps(pattern: string, length: number): number {
  const cost = matchingCost(pattern);
  if (cost === 'linear') return length;
  if (cost === 'exponential') return 2 ** length;
  // From each place in a text, each part that repeats may end at any other.
  const quantifiers = pattern.match(/[*+]|\{\d+/g) ?? [];
  return length ** quantifiers.reduce((degree, each) => degree + (Number(each.slice(1)) || 1), 1);
}

function analyze(pattern: string): MatchingCost | undefined {
  let left = maxSteps;
  const count: CountSteps = (steps) => {
    left -= steps;
    if (left < 0) throw new UnknownCostError();
  };
  try {
    if (areNested(loopsOf(positionsOf(pattern, true, count), count), count)) return 'exponential';
    return areInSequence(loopsOf(positionsOf(pattern, false, count), count), count) ? 'polynomial' : 'linear';
  } catch (error) {
    // The parser throws errors of its own where it does not understand a part.
    if (error instanceof RangeError || error instanceof TypeError) throw error;
    return undefined;
  }
}

/** Positions each of which leads to all others, and to itself. */
type Loop = ReadonlySet<Position>;

function loopsOf(positions: readonly Position[], count: CountSteps): Loop[] {
  const reached = new Map(positions.map((each) => [each, reachable(each, count)]));
  const loops: Loop[] = [];
  for (const [start, after] of reached)
    if (after.has(start) && !loops.some((loop) => loop.has(start)))
      loops.push(new Set([...after].filter((each) => reached.get(each)?.has(start))));
  return loops;
}

function reachable({ following }: Position, count: CountSteps): Loop {
  const reached = new Set(following);
  // A set is walked in the order in which its members were added, those that are added meanwhile too.
  for (const position of reached) {
    count(1);
    for (const next of position.following) reached.add(next);
  }
  return reached;
}

/** Whether a repeated text leads round a loop in two ways. */
function areNested(loops: readonly Loop[], count: CountSteps): boolean {
  return loops.some((loop) => {
    const [start] = loop;
    if (start === undefined) return false;
    return leads([start, start, start], count, function* ([left, right]) {
      for (const [index, a] of left.following.entries()) {
        for (const [other, b] of right.following.entries()) {
          if (!loop.has(a) || !loop.has(b) || !meet(a, b, count)) continue;
          // Two ways that have parted, or part here, meet.
          yield a === b && (left !== right || index !== other) ? true : [a, b, b];
        }
      }
    });
  });
}

/** Whether a repeated text leads round two loops, and from one to the other. */
function areInSequence(loops: readonly Loop[], count: CountSteps): boolean {
  const leadsOn = (first: Loop, second: Loop, p: Position, q: Position): boolean =>
    leads([p, p, q], count, function* ([x, y, z]) {
      for (const a of x.following.filter((each) => first.has(each))) {
        for (const c of z.following.filter((each) => second.has(each) && meet(a, each, count))) {
          for (const b of y.following.filter((each) => meet(a, each, count) && meet(each, c, count)))
            yield a === p && b === q && c === q ? true : [a, b, c];
        }
      }
    });
  return loops.some((first) =>
    loops.some(
      (second) => first !== second && [...first].some((p) => [...second].some((q) => leadsOn(first, second, p, q))),
    ),
  );
}

/** Positions that the same text leads to on ways of its own. */
type State = readonly [Position, Position, Position];

/** Whether a way through several positions at once leads to what is looked for, which `nextOf` reports as `true`. */
function leads(start: State, count: CountSteps, nextOf: (at: State) => Iterable<State | true>): boolean {
  const seen = new Map([[keyOf(start), start]]);
  for (const at of seen.values()) {
    count(1);
    for (const next of nextOf(at)) {
      if (next === true) return true;
      const key = keyOf(next);
      if (!seen.has(key)) seen.set(key, next);
    }
  }
  return false;
}

const keyOf = (state: State): string => state.map(({ index }) => index).join(' ');

/** Whether some character is at both positions. */
function meet({ characters: left }: Position, { characters: right }: Position, count: CountSteps): boolean {
  count(Math.min(left.ranges.length, right.ranges.length));
  return !left.isDisjointWith(right);
}
