import type { NFA } from 'refa';
import { loadRefa } from '../refa.js';
import type { Effort } from './effort.js';

/** Patterns that are longer are not analysed. */
const longestPattern = 500;
/** So many states may the automaton of a pattern have; one that needs more is not analysed. */
const mostStates = 1500;
/** Languages of more texts are not written out. */
const mostWords = 500;

/**
 * The languages of regular expressions: which texts they match. The library makes automata of them. What it cannot judge
 * counts as if it matched more than it does, so that a language that is found empty is.
 */
export class Languages {
  readonly #effort: Effort;
  readonly #automata = new Map<string, NFA | undefined>();
  readonly #words = new Map<string, readonly string[] | undefined>();
  readonly #disjoint = new Map<string, boolean>();

  /** @param effort - Counts the work. */
  constructor(effort: Effort) {
    this.#effort = effort;
  }

  /** Whether a pattern surely matches no text at all. */
  isEmpty(pattern: string): boolean {
    return this.#automaton(pattern)?.isEmpty === true;
  }

  /** Whether surely no text matches both of two patterns. */
  areDisjoint(pattern: string, other: string): boolean {
    const key = JSON.stringify([pattern, other]);
    const known = this.#disjoint.get(key);
    if (known !== undefined) return known;
    const [left, right] = [this.#automaton(pattern), this.#automaton(other)];
    if (left === undefined || right === undefined) return false;
    if (!this.#effort.take('state', left.countNodes() + right.countNodes())) return false;
    const areDisjoint = attempt(() => loadRefa().isDisjointWith(left, right, mostStates)) === true;
    this.#disjoint.set(key, areDisjoint);
    return areDisjoint;
  }

  /** All texts that a pattern matches, and perhaps others, where they are few. */
  words(pattern: string): readonly string[] | undefined {
    if (this.#words.has(pattern)) return this.#words.get(pattern);
    const automaton = this.#automaton(pattern);
    const words = automaton?.isFinite === true ? fewWords(automaton) : undefined;
    if (this.#automata.has(pattern)) this.#words.set(pattern, words);
    return words;
  }

  #automaton(pattern: string): NFA | undefined {
    if (this.#automata.has(pattern)) return this.#automata.get(pattern);
    if (pattern.length > longestPattern || !this.#effort.take('state', 0)) return undefined;
    const automaton = attempt(() => automatonOf(pattern));
    // One that was given up has taken as much as the largest.
    this.#effort.take('state', automaton?.countNodes() ?? mostStates);
    this.#automata.set(pattern, automaton);
    return automaton;
  }
}

/** An automaton of all texts in which a pattern matches somewhere. */
function automatonOf(pattern: string): NFA {
  const { JS, NFA: Automaton, Transformers, transform } = loadRefa();
  const parser = JS.Parser.fromLiteral({ source: `[^]*(?:${pattern})[^]*`, flags: 'u' });
  const { expression, maxCharacter } = parser.parse({ backreferences: 'throw', maxNodes: mostStates });
  // What is left of assertions looks over the ends of a text; leaving it out matches more.
  const simple = transform(Transformers.applyAssertions(), expression);
  return Automaton.fromRegex(
    simple,
    { maxCharacter },
    { assertions: 'ignore' },
    new Automaton.LimitedNodeFactory(mostStates),
  );
}

function fewWords(automaton: NFA): readonly string[] | undefined {
  const words: string[] = [];
  for (const word of automaton.words()) {
    if (words.length === mostWords) return undefined;
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
