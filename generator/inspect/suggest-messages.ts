import { kebabCase } from 'change-case';
import { didYouMean } from '../text/suggest.js';

/** So many names are told at most. */
const mostNames = 5;

/**
 * Ends a message with the names that were perhaps meant: those that contain what was written, or the one nearest to it.
 *
 * @param word - What was written: part of a name, of a method or of a constant, or one with a slip.
 * @param names - Names of messages, sorted.
 * @returns A sentence, with its leading space, or nothing.
 */
export function suggestMessages(word: string, names: readonly string[]): string {
  const part = kebabCase(word);
  const containing = part === '' ? [] : names.filter((name) => name.includes(part)).toSorted(byPlaceOf(part));
  const told = containing.slice(0, mostNames).map((name) => `"${name}"`);
  const first = told.slice(0, -1).join(', ');
  const last = told.at(-1);
  if (last === undefined) return didYouMean(word, names);
  if (containing.length > mostNames) return ` ${containing.length} names contain it, such as ${first} and ${last}.`;
  return ` Did you mean ${first === '' ? '' : `${first} or `}${last}?`;
}

/** The beginning of a name is likelier than that of a word in it, and that than the rest of one. */
function byPlaceOf(part: string): (a: string, b: string) => number {
  const rank = (name: string): number => (name.startsWith(part) ? 0 : name.includes(`-${part}`) ? 1 : 2);
  return (a, b) => rank(a) - rank(b);
}
