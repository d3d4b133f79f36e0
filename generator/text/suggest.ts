import { distance } from 'fastest-levenshtein';

/** Words that are compared: a hostile catalog could have thousands of wrong names, and as many right ones. */
const maxCompared = 1000;

/** Longer words are not compared. */
const maxLength = 200;

/** Ends a message with the {@link nearest} word, as ` Did you mean "x"?`, with its leading space; or with nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}

/** The known word that was likeliest meant: the nearest at one or two letters' distance; `undefined` where there is none. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > maxLength) return undefined;
  let best: string | undefined;
  let fewest = Infinity;
  for (const each of known.slice(0, maxCompared)) {
    // Of a short word two letters make another: `iri` is not `uri`, and `note` not `not`.
    const most = each.length < 4 ? 0 : each.length < 6 ? 1 : 2;
    if (most === 0 || Math.abs(each.length - word.length) > most) continue;
    const slips = slipsBetween(word, each);
    if (slips > most || slips >= fewest) continue;
    best = each;
    fewest = slips;
  }
  return best;
}

/** How many slips of a hand make one word of another; two letters in the wrong order are one, and so is the wrong case. */
function slipsBetween(word: string, meant: string): number {
  // Numbers tell things apart: `int16` is not `int32`, and `line` not `line2`.
  const [letters, meantLetters] = [word, meant].map((each) => each.replaceAll(/\d/g, ''));
  if (letters === meantLetters) return word === meant ? 0 : Infinity;
  if (word.toLowerCase() === meant.toLowerCase()) return 1;
  const slips = distance(word, meant);
  return slips === 2 && [...word].sort().join('') === [...meant].sort().join('') ? 1 : slips;
}
