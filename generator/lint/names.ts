import { split } from 'change-case';

/** The words of a name in any case, in lower case: `accessKeyId` is `access`, `key`, `id`. */
export function wordsOf(name: string): string[] {
  // Most are one word: splitting takes ten times as long as looking.
  if (/^[A-Z]?[a-z]+$/.test(name)) return [name.toLowerCase()];
  return split(name)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
