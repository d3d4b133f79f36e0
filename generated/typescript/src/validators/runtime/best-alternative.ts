import { typeMessage } from './keywords/any-value.js';
import type { Problem } from './problem.js';

/**
 * The problems that tell most where none of several alternatives fits: those of the alternative that comes closest. One for
 * a value of another type is farthest, then one that a `const` or `enum` in the value, its mark, tells apart; then the
 * number of problems decides. Where all want another type, one problem names them all.
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
  const [problem] = best;
  if (problem === undefined || shortest < otherType) return best;
  const expected = [...new Set(alternatives.flat().flatMap((each) => (each.depth === depth ? each.expected : [])))];
  return [{ ...problem, message: typeMessage(expected, value), expected }];
}

const otherType = 1_000_000;
const otherMark = 1000;

function distance(problems: readonly Problem[], depth: number): number {
  let sum = 0;
  for (const { keyword, depth: at } of problems) {
    if (keyword === 'type' && at === depth) sum += otherType;
    else if ((keyword === 'const' || keyword === 'enum') && at <= depth + 1) sum += otherMark;
    else sum += 1;
  }
  return sum;
}
