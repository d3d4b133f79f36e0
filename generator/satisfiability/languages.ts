import type { NFA } from 'refa';
import { getOrInsert } from '../lazy.js';
import { loadRefa } from '../schema/refa.js';
import { automatonOf, complementOf } from './automaton.js';
import type { Budget } from './budget.js';

/** Patterns that are longer are not analysed. */
const maxPattern = 500;
/** So many states may the automaton of a pattern have; one that needs more is not analysed. */
const maxStates = 1500;
/** How many steps a state of an automaton that is made or compared counts as. */
const stepsPerState = 10;
/** Languages of more texts are not written out. */
const maxWords = 500;

/**
 * The languages of regular expressions: which texts they match. The library makes automata of them. What it cannot analyze
 * counts as if it matched more than it does, so that a language that is found empty is.
 */
export class Languages {
  readonly #budget: Budget;
  readonly #known = new Map<typeof automatonOf, Map<string, NFA | undefined>>();
  readonly #words = new Map<NFA, readonly string[] | undefined>();
  readonly #commons = new Map<NFA, Map<NFA, NFA | undefined>>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Whether a pattern surely matches no text at all. */
  isEmpty(pattern: string): boolean {
    return this.#automaton(pattern)?.isEmpty === true;
  }

  /** Whether surely no text matches all of several patterns; `undefined` where that takes too long. */
  areDisjoint(patterns: readonly string[]): boolean | undefined {
    const { automata, isWhole } = this.#automata(patterns);
    const areDisjoint = this.#common(automata)?.isEmpty;
    return areDisjoint === true || isWhole ? areDisjoint : undefined;
  }

  /** Whether surely each text that matches all of several patterns matches another. */
  areWithin(patterns: readonly string[], wanted: string): boolean {
    const common = this.#common(this.#automata(patterns).automata);
    const others = common === undefined ? undefined : this.#automaton(wanted, complementOf);
    return others !== undefined && common !== undefined && this.#both(common, others)?.isEmpty === true;
  }

  /** All texts that match all of several patterns, and perhaps others, where they are few. */
  words(patterns: readonly string[]): readonly string[] | undefined {
    const common = this.#common(this.#automata(patterns).automata);
    if (common === undefined) return undefined;
    if (!this.#words.has(common)) this.#words.set(common, common.isFinite ? fewWords(common) : undefined);
    return this.#words.get(common);
  }

  /** The automata of patterns; what begins small stays so for longer when it is put together. */
  #automata(patterns: readonly string[]): { readonly automata: NFA[]; readonly isWhole: boolean } {
    const known = patterns.map((pattern) => this.#automaton(pattern));
    const automata = known.filter((automaton) => automaton !== undefined);
    automata.sort((a, b) => a.countNodes() - b.countNodes());
    return { automata, isWhole: automata.length === known.length };
  }

  /** An automaton of the texts that several others match. */
  #common([first, ...others]: readonly NFA[]): NFA | undefined {
    return others.reduce<NFA | undefined>(
      (common, other) => (common === undefined || common.isEmpty ? common : this.#both(common, other)),
      first,
    );
  }

  /** An automaton of the texts that two others match; schemas beside each other share most of their patterns. */
  #both(left: NFA, right: NFA): NFA | undefined {
    const known = getOrInsert(this.#commons, left, () => new Map<NFA, NFA | undefined>());
    if (known.has(right)) return known.get(right);
    if (!this.#budget.take(stepsPerState * right.countNodes())) return undefined;
    const { NFA: Automaton } = loadRefa();
    const factory = new Automaton.LimitedNodeFactory(maxStates);
    const common = attempt(() => Automaton.fromIntersection(left, right, factory));
    this.#budget.take(stepsPerState * (common?.countNodes() ?? maxStates));
    known.set(right, common);
    return common;
  }

  #automaton(pattern: string, make = automatonOf): NFA | undefined {
    const known = getOrInsert(this.#known, make, () => new Map<string, NFA | undefined>());
    if (known.has(pattern)) return known.get(pattern);
    if (pattern.length > maxPattern || !this.#budget.take(0)) return undefined;
    // A pattern without some of its assertions matches more, and what it does not match is less.
    const automaton = attempt(() => make(pattern, maxStates, make === automatonOf ? 'ignore' : 'throw'));
    // One that was given up has taken as much as the largest.
    this.#budget.take(stepsPerState * (automaton?.countNodes() ?? maxStates));
    known.set(pattern, automaton);
    return automaton;
  }
}

function fewWords(automaton: NFA): readonly string[] | undefined {
  const words: string[] = [];
  for (const word of automaton.words()) {
    if (words.length === maxWords) return undefined;
    words.push(String.fromCodePoint(...word));
  }
  return words;
}

/** What the library throws where it gives up. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
