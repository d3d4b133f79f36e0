import { kebabCase } from 'change-case';
import { didYouMean } from '../text/suggest.js';

/** Names in a suggestion. */
const maxNames = 5;

/**
 * Ends a message with the names that were perhaps meant: those that contain what was written, or the one nearest to it.
 *
 * @param word - Part of a name, of a method or of a constant, or one with a slip.
 * @returns A sentence, with its leading space, or nothing.
 */
export function suggestMessages(word: string, names: readonly string[]): string {
  const part = kebabCase(word);
  const containing = part === '' ? [] : names.filter((name) => name.includes(part));
  if (containing.length === 0) return didYouMean(word, names);
  // The beginning of a name is likelier than that of a word in it, and that than the rest of one.
  const rank = (name: string): number => (name.startsWith(part) ? 0 : name.includes(`-${part}`) ? 1 : 2);
  const shown = containing
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, maxNames)
    .map((name) => `"${name}"`);
  const list = (type: Intl.ListFormatType): string => new Intl.ListFormat('en-GB', { type }).format(shown);
  if (containing.length > maxNames) return ` ${containing.length} names contain it, such as ${list('conjunction')}.`;
  return ` Did you mean ${list('disjunction')}?`;
}
