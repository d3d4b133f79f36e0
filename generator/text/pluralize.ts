/**
 * A number of things, in words: `1 message`, `2 messages`.
 *
 * @param number - How many.
 * @param noun - One of them; its plural ends in s.
 */
export function pluralize(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
