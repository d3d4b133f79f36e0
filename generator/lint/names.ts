import { split } from 'change-case';

/**
 * The words of a name in any case, in lower case: `accessKeyId` is `access`, `key`, `id`.
 *
 * @param name - Name of a message, type or field.
 */
export function wordsOf(name: string): string[] {
  return split(name)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
