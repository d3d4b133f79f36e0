/** A number of things in words, such as `1 message`, `2 messages`; the plural of the noun is, by default, the noun with an s. */
export function pluralize(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
