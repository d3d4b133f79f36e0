import { typeMessage, valuesMessage } from './keywords/any-value.js';
import type { Problem } from './problem.js';

/**
 * The problems that say most where none of several alternatives fits: those of the alternative that comes closest. One for
 * a value of another type is farthest, then one that a `const` or `enum` in the value, its mark, tells apart; then the
 * number of problems decides. Where all want another type, one problem names them all; where all of the right type want
 * another mark, one problem lists all marks.
 *
 * @param alternatives - The problems of each alternative; none is empty.
 * @param value - The value, for the sentence.
 * @param depth - How many levels inside the payload the value lies.
 */
export function bestAlternative(
  alternatives: readonly (readonly Problem[])[],
  value: unknown,
  depth: number,
): readonly Problem[] {
  const distances = alternatives.map((problems) => distance(problems, depth));
  const shortest = Math.min(...distances);
  const best = alternatives[distances.indexOf(shortest)] ?? [];
  const isType = shortest >= otherType;
  const tellsApart = (problem: Problem): boolean => (isType ? problem.keyword === 'type' : isMark(problem, depth));
  const first = best.find(tellsApart);
  if (first === undefined) return best;
  const near = alternatives.filter((_, index) => isType || (distances[index] ?? 0) < otherType);
  const alike = near.flatMap(
    (problems) => problems.find((each) => tellsApart(each) && each.pointer === first.pointer) ?? [],
  );
  if (alike.length < near.length) return best;
  const limit = [...new Set(alike.flatMap((problem) => problem.limit))];
  return [{ ...first, message: isType ? typeMessage(limit, value) : valuesMessage(limit), limit }];
}

function isMark({ keyword, depth: at }: Problem, depth: number): boolean {
  return (keyword === 'const' || keyword === 'enum') && at <= depth + 1;
}

const otherType = 1_000_000;
const otherMark = 1000;

function distance(problems: readonly Problem[], depth: number): number {
  let sum = 0;
  for (const problem of problems) {
    if (problem.keyword === 'type' && problem.depth === depth) sum += otherType;
    else sum += isMark(problem, depth) ? otherMark : 1;
  }
  return sum;
}
