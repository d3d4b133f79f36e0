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
  const [problem] = best;
  if (problem === undefined || shortest < otherMark) return best;
  if (shortest < otherType) return allMarks(alternatives, distances, depth) ?? best;
  const types = alternatives.flat().filter(({ keyword, depth: at }) => keyword === 'type' && at === depth);
  const limit = limitsOf(types);
  return [{ ...problem, message: typeMessage(limit.map(String), value), limit }];
}

function allMarks(
  alternatives: readonly (readonly Problem[])[],
  distances: readonly number[],
  depth: number,
): readonly Problem[] | undefined {
  const near = alternatives.filter((_, index) => (distances[index] ?? otherType) < otherType);
  const first = near[0]?.find((problem) => isMark(problem, depth));
  const marks = near.flatMap(
    (problems) => problems.find((each) => isMark(each, depth) && each.pointer === first?.pointer) ?? [],
  );
  if (first === undefined || marks.length < near.length) return undefined;
  const limit = limitsOf(marks);
  return [{ ...first, message: valuesMessage(limit), limit }];
}

function limitsOf(problems: readonly Problem[]): readonly unknown[] {
  return [...new Set(problems.flatMap(({ limit }) => limit))];
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
