import { closest, distance } from 'fastest-levenshtein';

/**
 * Ends a message with the likeliest thing that was meant, where one is near.
 *
 * @param word - What was written.
 * @param known - What could have been meant.
 * @returns ` Did you mean "x"?`, with its leading space, or nothing.
 */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const best = closest(word, [...known]);
  return distance(word, best) <= Math.max(2, Math.floor(word.length / 3)) ? ` Did you mean "${best}"?` : '';
}
