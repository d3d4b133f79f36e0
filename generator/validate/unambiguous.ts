import type { CharSet, Concatenation, Element, NoParent, Quantifier } from 'refa';
import { groupBy } from '../group-by.js';
import { loadRefa } from './refa.js';

/** Longer patterns are not looked at, nor those in which more characters may follow one: each is compared with the others. */
const longestPattern = 500;
const mostFollowing = 40;
/** So many repetitions are written out; where more are asked for, any number counts. */
const mostWrittenOut = 12;
/** Patterns of more characters, once they are written out, are not looked at. */
const mostPositions = 1000;

/** A character of a pattern, and those that may come next; one that several ways lead to stands there several times. */
interface Position {
  readonly characters: CharSet;
  readonly following: Position[];
}

/** What a part of a pattern may begin and end with. */
interface Part {
  readonly first: readonly Position[];
  readonly last: readonly Position[];
  /** Whether it matches the empty text. */
  readonly isOptional: boolean;
}

/**
 * Whether a regular expression surely has one way at most to match a text from a place on: at each character the next one
 * decides where to go on, and nothing is left to backtrack to (Brüggemann-Klein, "Regular expressions into finite automata",
 * 1993: strongly deterministic). Telling that is far quicker than analysing how a pattern backtracks.
 *
 * @param pattern - A valid regular expression.
 */
export function isUnambiguous(pattern: string): boolean {
  if (pattern.length > longestPattern) return false;
  try {
    const { expression } = loadRefa()
      .JS.Parser.fromLiteral({ source: pattern, flags: 'u' })
      .parse({ backreferences: 'throw' });
    const reader = new PositionReader();
    const { first } = reader.alternatives(expression.alternatives);
    return [first, ...reader.positions.map(({ following }) => following)].every(areApart);
  } catch {
    // It has parts that are not looked at here.
    return false;
  }
}

/** Whether no character fits two of several positions. */
function areApart(positions: readonly Position[]): boolean {
  if (positions.length > mostFollowing) return false;
  return positions.every(({ characters }, index) =>
    positions.slice(index + 1).every((other) => characters.isDisjointWith(other.characters)),
  );
}

class UnclearError extends Error {}

/** Finds which characters may follow which. */
class PositionReader {
  readonly positions: Position[] = [];

  alternatives(alternatives: readonly NoParent<Concatenation>[]): Part {
    const parts = withSharedStarts(alternatives).map(({ elements }) => this.#sequence(elements));
    // Of several empty alternatives each is a way of its own.
    if (parts.filter(({ isOptional }) => isOptional).length > 1) throw new UnclearError();
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      isOptional: parts.some(({ isOptional }) => isOptional),
    };
  }

  #sequence(elements: readonly NoParent<Element>[]): Part {
    let whole: Part = { first: [], last: [], isOptional: true };
    for (const element of elements) {
      const next = this.#element(element);
      link(whole.last, next.first);
      whole = {
        first: whole.isOptional ? [...whole.first, ...next.first] : whole.first,
        last: next.isOptional ? [...whole.last, ...next.last] : next.last,
        isOptional: whole.isOptional && next.isOptional,
      };
    }
    return whole;
  }

  #repeated({ min, max, alternatives }: NoParent<Quantifier>): Part {
    if (min === max && max <= mostWrittenOut)
      return this.#sequence(Array.from({ length: max }, () => ({ type: 'Alternation', alternatives })));
    const body = this.alternatives(alternatives);
    // What may be empty can be left out in several ways.
    if (body.isOptional) throw new UnclearError();
    if (max > 1) link(body.last, body.first);
    return { ...body, isOptional: min === 0 };
  }

  #element(element: NoParent<Element>): Part {
    switch (element.type) {
      case 'CharacterClass': {
        const position: Position = { characters: element.characters, following: [] };
        if (this.positions.push(position) > mostPositions) throw new UnclearError();
        return { first: [position], last: [position], isOptional: false };
      }
      case 'Alternation':
        return this.alternatives(element.alternatives);
      case 'Quantifier':
        return this.#repeated(element);
      case 'Assertion':
        // A look at the next character only takes ways away.
        if (!element.alternatives.every(({ elements }) => elements.every(isCharacter))) throw new UnclearError();
        return { first: [], last: [], isOptional: true };
      default:
        throw new UnclearError();
    }
  }
}

function isCharacter({ type }: NoParent<Element>): boolean {
  return type === 'CharacterClass';
}

/**
 * Alternatives of which no two begin with the same characters, and that match a text in as many ways: `ab|ac` is `a(?:b|c)`.
 * Of the words of a list, the next character decides then, too.
 */
function withSharedStarts(alternatives: readonly NoParent<Concatenation>[]): readonly NoParent<Concatenation>[] {
  const groups = groupBy(alternatives, (alternative) => {
    const [first] = alternative.elements;
    return first?.type === 'CharacterClass'
      ? first.characters.ranges.map(({ min, max }) => `${min}-${max}`).join()
      : alternative;
  });
  return [...groups.values()].flatMap((group): readonly NoParent<Concatenation>[] => {
    const [first] = group[0]?.elements ?? [];
    if (group.length === 1 || first === undefined) return group;
    const rests = group.map(({ elements }) => ({ type: 'Concatenation' as const, elements: elements.slice(1) }));
    return [{ type: 'Concatenation', elements: [first, { type: 'Alternation', alternatives: rests }] }];
  });
}

function link(last: readonly Position[], first: readonly Position[]): void {
  for (const { following } of last) following.push(...first);
}
