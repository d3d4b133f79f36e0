/** A number of things in words, such as `1 message`, `2 messages`; the plural of the noun ends in s. */
export function pluralize(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
