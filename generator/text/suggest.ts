import { distance } from 'fastest-levenshtein';

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
  const best = nearest(word, known);
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}

/**
 * The likeliest thing that was meant: the nearest word, at one or two letters' distance.
 *
 * @param word - What was written.
 * @param known - What could have been meant.
 * @returns One of `known`; `undefined` where none is near.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined;
  let best: string | undefined;
  let fewest = Infinity;
  for (const each of known.slice(0, mostCompared)) {
    const most = mostSlips(each);
    if (Math.abs(each.length - word.length) > most || most === 0) continue;
    const slips = slipsBetween(word, each);
    if (slips > most || slips >= fewest) continue;
    best = each;
    fewest = slips;
  }
  return best;
}

/** Of a short word two letters make another: `iri` is not `uri`, and `note` not `not`. */
function mostSlips({ length }: string): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : 2;
}

/** How many slips of a hand make one word of another; two letters in the wrong order are one, and so is the wrong case. */
function slipsBetween(word: string, meant: string): number {
  // Numbers tell things apart: `int16` is not `int32`, and `line` not `line2`.
  if (withoutDigits(word) === withoutDigits(meant)) return word === meant ? 0 : Infinity;
  if (word.toLowerCase() === meant.toLowerCase()) return 1;
  const letters = distance(word, meant);
  return letters === 2 && sorted(word) === sorted(meant) ? 1 : letters;
}

function withoutDigits(word: string): string {
  return word.replaceAll(/\d/g, '');
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
