import { isJsonObject, type Json } from '../json.js';

/** The first of the private-use characters (Unicode 15, section 23.5) that stand for gaps, and how many there can be. */
const firstGap = 0xe000;
const mostGaps = 1000;

/**
 * The key that stands in a mapping in place of an entry that cannot be read.
 *
 * @param number - Tells gaps of one file apart, as a mapping has no key twice.
 */
export function gapKey(number: number): string {
  return String.fromCharCode(firstGap + (number % mostGaps));
}

/** Whether a key stands in place of an entry that cannot be read. */
export function isGapKey(key: string | number | undefined): boolean {
  if (typeof key !== 'string' || key.length !== 1) return false;
  const number = key.charCodeAt(0) - firstGap;
  return number >= 0 && number < mostGaps;
}

/** Whether an entry of a value itself cannot be read. */
export function hasGap(value: Json | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).some(isGapKey);
}

/** Whether a part of a value cannot be read, at any depth. */
function holdsGap(value: Json | undefined): boolean {
  return hasGap(value) || (typeof value === 'object' && value !== null && Object.values(value).some(holdsGap));
}

/** Whether all of a value can be read: without a gap, and without a key that has lost what stood under it. */
export function isReadable(value: Json | undefined): boolean {
  if (value === undefined || value === null || hasGap(value)) return false;
  return typeof value !== 'object' || Object.values(value).every(isReadable);
}

/** Keywords that accept less where a part of their value is missing. */
const whole: ReadonlySet<string> = new Set(['enum', 'const']);

/** What of a value can be read: without its gaps, and without what means something else without them. */
export function withoutGaps(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutGaps);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key, inner]) => !isGapKey(key) && !(whole.has(key) && holdsGap(inner)));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutGaps(inner)]));
}

/** A value in each of whose mappings something could not be read. */
export function withGaps(value: Json): Json {
  if (Array.isArray(value)) return value.map(withGaps);
  if (!isJsonObject(value)) return value;
  const inner = Object.entries(value).map(([key, each]) => [key, withGaps(each)] as const);
  return Object.fromEntries([...inner, [gapKey(0), null]]);
}
