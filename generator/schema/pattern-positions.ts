import type { CharSet, Concatenation, Element, NoParent, Quantifier } from 'refa';
import { loadRefa } from './refa.js';

/** A character of a pattern, and those that may come next: each once for every way that leads to it. */
export interface Position extends Node {
  readonly index: number;
  readonly characters: CharSet;
  following: readonly Position[];
}

/** A place in a pattern, and where one may go on from there. */
interface Node {
  readonly next: readonly Node[];
}

/** Thrown where a pattern takes too much work, or has parts that are not understood. */
export class UnknownCostError extends Error {}

/** Counts steps of work; throws an {@link UnknownCostError} where there have been too many. */
export type CountSteps = (steps: number) => void;

/** Most copies of a repeated part that are written out: one that may repeat more often counts as if it had no limit. */
const maxCopies = 12;
const maxPositions = 1000;

/**
 * The automaton of a pattern whose states are its characters (Glushkov), with as many ways through it as the pattern has.
 *
 * @param loopsBounded - Whether a part that may repeat many times, but not any number, counts as if it could.
 * @throws {@link UnknownCostError} if the pattern is too large, or looks around inside a repetition.
 * @throws Whatever the parser throws at what it does not know, such as a back reference.
 */
export function positionsOf(pattern: string, loopsBounded: boolean, count: CountSteps): readonly Position[] {
  const { JS, CharSet: Characters } = loadRefa();
  const parser = JS.Parser.fromLiteral({ source: pattern, flags: 'u' });
  const { expression, maxCharacter } = parser.parse({ backreferences: 'throw' });
  const positions: Position[] = [];
  const read = (characters: CharSet, ...next: readonly Node[]): Position => {
    const position = { index: positions.length, characters, next, following: [] };
    if (positions.push(position) > maxPositions) throw new UnknownCostError();
    return position;
  };
  const none = Characters.empty(maxCharacter);
  // No character leads to these: the end of the text, and that of the pattern before it.
  const [end, matched] = [read(none), read(none)];

  const branches = (alternatives: readonly NoParent<Concatenation>[], next: Node, isRepeated: boolean): Node => ({
    next: alternatives.map(({ elements }) =>
      elements.reduceRight((following, each) => before(following, each, isRepeated), next),
    ),
  });
  /** Where an element begins behind which the pattern goes on somewhere. */
  const before = (next: Node, element: NoParent<Element>, isRepeated: boolean): Node => {
    if (element.type === 'CharacterClass') return read(element.characters, next);
    if (element.type === 'Alternation') return branches(element.alternatives, next, isRepeated);
    if (element.type === 'Quantifier') {
      const { max, alternatives } = element;
      const copy = (following: Node): Node => branches(alternatives, following, isRepeated || max > 1);
      return repeated(element, next, copy, loopsBounded);
    }
    // Inside a repetition, a lookaround may decide between ways that look alike; elsewhere it only takes ways away.
    if (element.type !== 'Assertion' || isRepeated) throw new UnknownCostError();
    const [[character, ...others] = [], ...alternatives] = element.alternatives.map(({ elements }) => elements);
    const isOfAny = character?.type === 'CharacterClass' && character.characters.isAll;
    if (!element.negate || !isOfAny || others.length + alternatives.length > 0) return next;
    return element.kind === 'behind' ? read(none, next) : end;
  };

  const whole = branches(expression.alternatives, matched, false);
  // Without ^, the search begins anew at each character.
  const rest: Node[] = [whole];
  rest.push(read(Characters.all(maxCharacter), { next: rest }));
  for (const position of positions) position.following = findWays(position, new Set(), [], count);
  dropSettled(positions, end, matched, count);
  return positions;
}

/** Where a repeated part begins, of which `copy` writes one out before what follows it. */
function repeated(
  { min, max }: NoParent<Quantifier>,
  next: Node,
  copy: (next: Node) => Node,
  loopsBounded: boolean,
): Node {
  const isMany = max > maxCopies && max > min;
  let first = next;
  if (max === Infinity || (isMany && loopsBounded)) {
    const ways = [next];
    ways.push(copy({ next: ways }));
    first = { next: ways };
  } else for (let left = isMany ? 1 : max - min; left > 0; left -= 1) first = { next: [copy(first), next] };
  for (let left = Math.min(min, maxCopies); left > 0; left -= 1) first = copy(first);
  return first;
}

/** Finds the characters that come next, once for each way to them; no way leads through a place twice. */
function findWays({ next }: Node, open: Set<Node>, found: Position[], count: CountSteps): Position[] {
  count(next.length);
  for (const node of next) {
    if ('characters' in node) found.push(node as Position);
    else if (!open.has(node)) {
      open.add(node);
      findWays(node, open, found, count);
      open.delete(node);
    }
  }
  return found;
}

/** Takes out the characters behind which the rest surely matches: nothing makes the search go back over them. */
function dropSettled(positions: readonly Position[], end: Position, matched: Position, count: CountSteps): void {
  const settled = new Set(positions.filter(({ following }) => following.includes(end) || following.includes(matched)));
  for (let size = Infinity; settled.size < size;) {
    ({ size } = settled);
    for (const position of settled) {
      if (position.following.includes(matched)) continue;
      const next = position.following.filter((each) => settled.has(each)).map(({ characters }) => characters);
      count(1 + next.length);
      if (!end.characters.union(...next).isAll) settled.delete(position);
    }
  }
  for (const position of positions)
    position.following = settled.has(position) ? [] : position.following.filter((each) => !settled.has(each));
}
