import type { Concatenation, NFA, NoParent } from 'refa';
import { loadRefa } from '../schema/refa.js';

/**
 * An automaton of all texts in which a pattern matches somewhere.
 *
 * @param maxStates - How many states it may have.
 * @param assertions - Whether assertions that look over the ends of a text are left out, which matches more, or refused.
 * @throws What the library throws where it gives up.
 */
export function automatonOf(pattern: string, maxStates: number, assertions: 'ignore' | 'throw'): NFA {
  const { JS, NFA: Automaton, Transformers, transform } = loadRefa();
  const parser = JS.Parser.fromLiteral({ source: `[^]*(?:${pattern})[^]*`, flags: 'u' });
  const { expression, maxCharacter } = parser.parse({ backreferences: 'throw', maxNodes: maxStates });
  const applied = transform(Transformers.applyAssertions(), expression);
  const simple = { ...applied, alternatives: atEdge(atEdge(applied.alternatives, 'behind'), 'ahead') };
  return Automaton.fromRegex(simple, { maxCharacter }, { assertions }, new Automaton.LimitedNodeFactory(maxStates));
}

/**
 * An automaton of all texts in which a pattern matches nowhere.
 *
 * @param assertions - As for {@link automatonOf}; what is left out of the pattern is missing here.
 * @throws What the library throws where it gives up.
 */
export function complementOf(pattern: string, maxStates: number, assertions: 'ignore' | 'throw'): NFA {
  const { NFA: Automaton, DFA } = loadRefa();
  const open = automatonOf(pattern, maxStates, assertions);
  const automaton = DFA.fromFA(open, new DFA.LimitedNodeFactory(maxStates));
  automaton.complement();
  return Automaton.fromFA(automaton);
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
