import { closest, distance } from 'fastest-levenshtein';

/** So many words are compared: a hostile catalog could have thousands of wrong names, and as many right ones. */
export const mostCompared = 1000;

/** Longer words are not compared. */
const longestWord = 200;

/**
 * Ends a message with the likeliest thing that was meant, where one is near.
 *
 * @param word - What was written.
 * @param known - What could have been meant.
 * @returns ` Did you mean "x"?`, with its leading space, or nothing.
 */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = nearest(word, known) ?? onlyLonger(word, known);
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}

/** Parts of words tell more than their letters: `path` became `filePath`. Shorter ones are part of anything. */
const shortestPart = 4;

/** The only thing that is a part of a word, or that a word is a part of. */
function onlyLonger(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const found = known.slice(0, mostCompared).filter((each) => {
    const other = each.toLowerCase();
    const [part, whole] = other.length < lower.length ? [other, lower] : [lower, other];
    return part.length >= shortestPart && whole.length <= longestWord && whole.includes(part);
  });
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The likeliest thing that was meant.
 *
 * @param word - What was written.
 * @param known - What could have been meant.
 * @returns One of `known`; `undefined` where none is near.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const compared = known.slice(0, mostCompared).filter((each) => each.length <= longestWord);
  if (compared.length === 0 || word.length > longestWord) return undefined;
  const best = closest(word, compared);
  const changes = distance(word, best);
  // Of a short word, nothing may be left.
  const isNear = changes <= Math.max(2, Math.floor(word.length / 3)) && changes < Math.max(word.length, best.length);
  return isNear ? best : undefined;
}
