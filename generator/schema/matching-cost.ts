import type { Assertion, CharSet, Concatenation, Element, NoParent, Quantifier } from 'refa';
import { loadRefa } from './refa.js';

/** How the time of a match grows with the length of a text, at worst. */
export type MatchingCost = 'linear' | 'polynomial' | 'exponential';

const longestPattern = 500;
/** A part that repeats at most so often is written out; where more are asked for, any number counts. */
const maxWrittenOut = 12;
/** A part that repeats so often exactly is written out. */
const maxExactlyWrittenOut = 64;
const maxPositions = 1000;
/** Steps of comparing ways through one pattern. */
const maxSteps = 200_000;

/** A pattern of at most one repetition, from the start of the text: no two ways through it can match the same. */
const plain = /^\^[^*+?{}()|]*(?:[*+]|\{[\d,]+\})?[^*+?{}()|]*$/;
const repeating = /[*+{]/;

/**
 * Finds how a regular expression backtracks: whether it has two ways to match the same repeated text, one inside the other
 * (exponential) or one behind the other (polynomial); see Weber and Seidl, "On the degree of ambiguity of finite automata",
 * 1991. Work is counted, so that the answer is the same on any machine.
 *
 * @returns `undefined` where it takes too much work, or has parts that are not understood, such as back references.
 */
export function matchingCost(pattern: string): MatchingCost | undefined {
  if (plain.test(pattern) || !repeating.test(pattern)) return 'linear';
  if (pattern.length > longestPattern) return undefined;
  try {
    const steps = new Steps();
    if (new Ways(pattern, true, steps).areNested()) return 'exponential';
    return new Ways(pattern, false, steps).areInSequence() ? 'polynomial' : 'linear';
  } catch (error) {
    // The parser throws errors of its own where it does not understand a part.
    if (error instanceof RangeError || error instanceof TypeError) throw error;
    return undefined;
  }
}

/** Thrown where no answer is found. */
class UnknownCostError extends Error {}

class Steps {
  #left = maxSteps;

  take(number: number): void {
    this.#left -= number;
    if (this.#left < 0) throw new UnknownCostError();
  }

  /** Whether some character is in both sets. */
  meet(left: CharSet, right: CharSet): boolean {
    this.take(Math.min(left.ranges.length, right.ranges.length));
    return !left.isDisjointWith(right);
  }
}

/** A character of a pattern, and those that may come next; one that several ways lead to stands there several times. */
interface Position {
  readonly index: number;
  readonly characters: CharSet;
  following: Position[];
}

/** Positions that the same text leads to on ways of its own. */
type State = readonly [Position, Position, (Position | undefined)?];

/** What a part of a pattern may begin and end with. */
interface Part {
  readonly first: readonly Position[];
  readonly last: readonly Position[];
  /** In how many ways it matches the empty text; more than 2 count as 2. */
  readonly empty: number;
}

const nothing: Part = { first: [], last: [], empty: 1 };

/** The automaton of a pattern whose states are its characters (Glushkov), with as many ways through it as the pattern has. */
class Ways {
  readonly #positions: Position[] = [];
  readonly #loopsBounded: boolean;
  readonly #steps: Steps;
  readonly #none: CharSet;
  readonly #start: Position;
  readonly #end: Position;

  /**
   * @param loopsBounded - Whether a part that may repeat many times, but not any number, counts as if it could.
   */
  constructor(pattern: string, loopsBounded: boolean, steps: Steps) {
    const { JS, CharSet: Characters } = loadRefa();
    this.#loopsBounded = loopsBounded;
    this.#steps = steps;
    const parser = JS.Parser.fromLiteral({ source: pattern, flags: 'u' });
    const { expression, maxCharacter } = parser.parse({ backreferences: 'throw' });
    const search = this.#position(Characters.all(maxCharacter));
    this.#none = Characters.empty(maxCharacter);
    this.#start = this.#position(this.#none);
    this.#end = this.#position(this.#none);
    const whole = this.#alternatives(expression.alternatives, false);
    this.#end.following = [];
    // Without ^, the search begins anew at each character.
    search.following = [search, ...whole.first.filter((each) => each !== this.#start)];
    this.#dropSettled(new Set(whole.last.filter((each) => each !== this.#end)));
  }

  /** Whether a repeated text leads round a loop in two ways. */
  areNested(): boolean {
    return this.#loops().some((loop) => {
      const [start] = loop;
      if (start === undefined) return false;
      return this.#reaches([start, start], ([left, right]) => {
        const next: State[] = [];
        for (const [index, a] of left.following.entries()) {
          for (const [other, b] of right.following.entries()) {
            if (!loop.has(a) || !loop.has(b) || !this.#steps.meet(a.characters, b.characters)) continue;
            // Two ways that have parted, or part here, meet.
            if (a === b && (left !== right || index !== other)) return true;
            next.push([a, b]);
          }
        }
        return next;
      });
    });
  }

  /** Whether a repeated text leads round two loops, and from one to the other. */
  areInSequence(): boolean {
    const loops = this.#loops();
    const pairs = loops.flatMap((first) =>
      loops
        .filter((each) => each !== first)
        .flatMap((second) => [...first].flatMap((p) => [...second].map((q) => ({ first, second, p, q })))),
    );
    return pairs.some(({ first, second, p, q }) =>
      this.#reaches([p, p, q], ([x, y, z]) => {
        const next: State[] = [];
        for (const a of x.following.filter((each) => first.has(each))) {
          for (const c of (z ?? q).following) {
            if (!second.has(c) || !this.#steps.meet(a.characters, c.characters)) continue;
            for (const b of y.following) {
              if (!this.#steps.meet(a.characters, b.characters) || !this.#steps.meet(b.characters, c.characters))
                continue;
              if (a === p && b === q && c === q) return true;
              next.push([a, b, c]);
            }
          }
        }
        return next;
      }),
    );
  }

  /** Whether a way through several positions at once reaches what is looked for, which `stepsFrom` tells with `true`. */
  #reaches(start: State, stepsFrom: (at: State) => State[] | true): boolean {
    const seen = new Set<string>();
    const open: State[] = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      this.#steps.take(1);
      const next = stepsFrom(at);
      if (next === true) return true;
      for (const [a, b, c] of next) {
        const key = `${a.index} ${b.index} ${c?.index}`;
        if (seen.has(key)) continue;
        seen.add(key);
        open.push([a, b, c]);
      }
    }
    return false;
  }

  /** The sets of positions each of which leads to all others of its set, and to itself. */
  #loops(): ReadonlySet<Position>[] {
    const found: ReadonlySet<Position>[] = [];
    const back = this.#positions.flatMap((from) => from.following.filter(({ index }) => index <= from.index));
    const before = new Map<Position, Position[]>();
    for (const from of this.#positions)
      for (const to of from.following) before.set(to, [...(before.get(to) ?? []), from]);
    for (const start of new Set(back)) {
      if (found.some((loop) => loop.has(start))) continue;
      const [after, ahead] = [this.#from(start, (at) => at.following), this.#from(start, (at) => before.get(at) ?? [])];
      found.push(new Set([...after].filter((each) => ahead.has(each))));
    }
    return found.filter(({ size }) => size > 0);
  }

  #from(start: Position, nextOf: (position: Position) => readonly Position[]): ReadonlySet<Position> {
    const reached = new Set<Position>(nextOf(start));
    for (const position of reached) {
      this.#steps.take(1);
      for (const next of nextOf(position)) reached.add(next);
    }
    return reached;
  }

  /** Takes out the characters behind which the rest surely matches: nothing makes the search go back over them. */
  #dropSettled(matched: ReadonlySet<Position>): void {
    const beforeEnd = this.#positions.filter(({ following }) => following.includes(this.#end));
    const settled = new Set([...matched, ...beforeEnd]);
    for (let size = Infinity; settled.size < size;) {
      ({ size } = settled);
      for (const position of settled) {
        if (matched.has(position)) continue;
        const next = position.following.filter((each) => settled.has(each)).map(({ characters }) => characters);
        this.#steps.take(1 + next.length);
        if (!this.#none.union(...next).isAll) settled.delete(position);
      }
    }
    for (const position of this.#positions)
      position.following = settled.has(position) ? [] : position.following.filter((each) => !settled.has(each));
  }

  #position(characters: CharSet): Position {
    const position: Position = { index: this.#positions.length, characters, following: [] };
    if (this.#positions.push(position) > maxPositions) throw new UnknownCostError();
    return position;
  }

  #link(last: readonly Position[], first: readonly Position[]): void {
    for (const { following } of last) {
      following.push(...first);
      this.#steps.take(first.length);
    }
  }

  #alternatives(alternatives: readonly NoParent<Concatenation>[], isRepeated: boolean): Part {
    const parts = alternatives.map(({ elements }) => this.#sequence(elements, isRepeated));
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      empty: atMostTwo(parts.reduce((sum, { empty }) => sum + empty, 0)),
    };
  }

  #sequence(elements: readonly NoParent<Element>[], isRepeated: boolean): Part {
    return elements.reduce<Part>((whole, element) => this.#joined(whole, this.#element(element, isRepeated)), nothing);
  }

  #joined(left: Part, right: Part): Part {
    this.#link(left.last, right.first);
    const times = <Item>(items: readonly Item[], number: number): Item[] =>
      Array.from({ length: number }, () => items).flat();
    return {
      first: [...left.first, ...times(right.first, left.empty)],
      last: [...right.last, ...times(left.last, right.empty)],
      empty: atMostTwo(left.empty * right.empty),
    };
  }

  #repeated({ min, max, alternatives }: NoParent<Quantifier>, isRepeated: boolean): Part {
    const copy = (): Part => this.#alternatives(alternatives, isRepeated || max > 1);
    const optional = (part: Part): Part => ({ ...part, empty: 1 });
    const loop = (): Part => {
      const body = copy();
      this.#link(body.last, body.first);
      return min === 0 ? optional(body) : body;
    };
    if (max === 0) return nothing;
    if (min === max && max > maxWrittenOut) return max > maxExactlyWrittenOut ? copy() : this.#copies(min, copy);
    if (max === Infinity && min <= maxWrittenOut)
      return min < 2 ? loop() : this.#joined(this.#copies(min - 1, copy), loop());
    if (max <= maxWrittenOut) {
      let rest: Part = nothing;
      for (let index = min; index < max; index += 1) rest = optional(this.#joined(copy(), rest));
      return this.#joined(this.#copies(min, copy), rest);
    }
    if (max === Infinity || this.#loopsBounded) return loop();
    return min === 0 ? optional(copy()) : copy();
  }

  #copies(number: number, copy: () => Part): Part {
    let whole = nothing;
    for (let index = 0; index < number; index += 1) whole = this.#joined(whole, copy());
    return whole;
  }

  #element(element: NoParent<Element>, isRepeated: boolean): Part {
    switch (element.type) {
      case 'CharacterClass': {
        const position = this.#position(element.characters);
        return { first: [position], last: [position], empty: 0 };
      }
      case 'Alternation':
        return this.#alternatives(element.alternatives, isRepeated);
      case 'Quantifier':
        return this.#repeated(element, isRepeated);
      case 'Assertion':
        return this.#assertion(element, isRepeated);
      default:
        throw new UnknownCostError();
    }
  }

  /** The ends of a text are positions of their own; other looks around only take ways away. */
  #assertion({ kind, negate, alternatives }: NoParent<Assertion>, isRepeated: boolean): Part {
    const [first, ...others] = alternatives;
    const [character] = first?.elements ?? [];
    const isOfOne = others.length === 0 && first?.elements.length === 1 && character?.type === 'CharacterClass';
    // Inside a repetition, they may tell apart what looks alike.
    if (isRepeated) throw new UnknownCostError();
    if (!isOfOne || !negate || !character.characters.isAll) return nothing;
    const edge = kind === 'behind' ? this.#start : this.#end;
    return { first: [edge], last: [edge], empty: 0 };
  }
}

const atMostTwo = (number: number): number => Math.min(number, 2);
