import type { Concatenation, NFA, NoParent } from 'refa';
import { loadRefa } from '../../schema/refa.js';

/** Automata may have so many states; those whose complement is made, fewer. */
const limits = { states: 3000, complementStates: 1000 };
/** So many texts are taken of those that match. */
const maxWords = 12;
/** Longer texts are told apart by other means. */
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
  for (const sets of languageOf([...matched, ...(hasLength ? [length] : [])], unmatched, 'ignore')?.wordSets() ?? []) {
    const codes = sets.map((set) => readable.find((code) => set.has(code)) ?? set.ranges[0]?.min ?? 0);
    words.push(String.fromCodePoint(...codes));
    if (words.length >= maxWords) break;
  }
  return words;
}

/** Whether surely each text that matches all of some patterns matches another. */
export function impliesPattern(matched: readonly string[], wanted: string): boolean {
  return languageOf(matched, [wanted], 'throw')?.isEmpty === true;
}

/** Characters that people write, best first. */
const readable = [...'abx1A- _.,:/@#!é'].map((character) => character.codePointAt(0) ?? 0);

/** @param assertions - Whether what is left of assertions is left out, which matches more. */
function languageOf(
  matched: readonly string[],
  unmatched: readonly string[],
  assertions: 'ignore' | 'throw',
): NFA | undefined {
  const { NFA: Automaton, DFA } = loadRefa();
  const both = (a: NFA, b: NFA): NFA =>
    Automaton.fromIntersection(a, b, new Automaton.LimitedNodeFactory(limits.states));
  try {
    const automata = (matched.length === 0 ? [''] : matched).map((pattern) => automatonOf(pattern, 'ignore'));
    const complements = unmatched.map((pattern) => {
      const automaton = DFA.fromFA(
        automatonOf(pattern, assertions),
        new DFA.LimitedNodeFactory(limits.complementStates),
      );
      automaton.complement();
      return Automaton.fromFA(automaton);
    });
    return [...automata, ...complements].reduce(both);
  } catch {
    return undefined;
  }
}

function automatonOf(pattern: string, assertions: 'ignore' | 'throw'): NFA {
  const { JS, NFA: Automaton, Transformers, transform } = loadRefa();
  const parser = JS.Parser.fromLiteral({ source: `[^]*(?:${pattern})[^]*`, flags: 'u' });
  const { expression, maxCharacter } = parser.parse({ backreferences: 'throw', maxNodes: limits.states });
  const applied = transform(Transformers.applyAssertions(), expression);
  const simple = { ...applied, alternatives: atEdge(atEdge(applied.alternatives, 'behind'), 'ahead') };
  return Automaton.fromRegex(simple, { maxCharacter }, { assertions }, new Automaton.LimitedNodeFactory(limits.states));
}

/** Leaves out `^` at the beginning of a whole text, and `$` at its end: they hold there. */
function atEdge(alternatives: readonly NoParent<Concatenation>[], kind: 'ahead' | 'behind'): NoParent<Concatenation>[] {
  return alternatives.map((alternative) => {
    const index = kind === 'behind' ? 0 : alternative.elements.length - 1;
    const edge = alternative.elements[index];
    const elements = [...alternative.elements];
    if (edge?.type === 'Alternation') elements[index] = { ...edge, alternatives: atEdge(edge.alternatives, kind) };
    if (edge?.type === 'Assertion' && edge.kind === kind && edge.negate && isAnyCharacter(edge.alternatives))
      elements.splice(index, 1);
    return { ...alternative, elements };
  });
}

function isAnyCharacter([only, ...others]: readonly NoParent<Concatenation>[]): boolean {
  const [first, ...more] = only?.elements ?? [];
  return others.length + more.length === 0 && first?.type === 'CharacterClass' && first.characters.isAll;
}
