import type { NFA } from 'refa';
import { automatonOf, complementOf } from '../../satisfiability/automaton.js';
import { loadRefa } from '../../schema/refa.js';

/** Automata may have so many states; those whose complement is made, fewer. */
const [maxStates, maxStatesOfComplement] = [3000, 1000];
/** So many texts are taken of those that match. */
const maxWords = 12;
/** Limits of length beyond this are left to other candidates. */
const maxLength = 200;

/** Texts that match some patterns and not others, of a length; none where the library of regular languages gives up. */
export function wordsOf(
  matched: readonly string[],
  unmatched: readonly string[],
  least: number,
  most: number,
): readonly string[] {
  if (matched.length + unmatched.length === 0) return [];
  const hasLength = least > 0 || most < maxLength;
  const length = `^[^]{${Math.min(least, maxLength)},${most < maxLength ? most : ''}}$`;
  const words: string[] = [];
  for (const sets of languageOf([...matched, ...(hasLength ? [length] : [])], unmatched)?.wordSets() ?? []) {
    const codes = sets.map((set) => readable.find((code) => set.has(code)) ?? set.ranges[0]?.min ?? 0);
    words.push(String.fromCodePoint(...codes));
    if (words.length >= maxWords) break;
  }
  return words;
}

/** Characters that people write, best first. */
const readable = [...'abx1A- _.,:/@#!é'].map((character) => character.codePointAt(0) ?? 0);

/** An automaton of the texts that match some patterns and not others, and maybe of more; `undefined` where there is none that is small. */
function languageOf(matched: readonly string[], unmatched: readonly string[]): NFA | undefined {
  const { NFA: Automaton } = loadRefa();
  try {
    const automata = [
      ...matched.map((pattern) => automatonOf(pattern, maxStates, 'ignore')),
      ...unmatched.map((pattern) => complementOf(pattern, maxStatesOfComplement, 'ignore')),
    ];
    return automata.reduce((a, b) => Automaton.fromIntersection(a, b, new Automaton.LimitedNodeFactory(maxStates)));
  } catch {
    return undefined;
  }
}
