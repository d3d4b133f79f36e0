import type { Notes } from '../model/notes.js';
import { codeSpan } from '../text/code-span.js';

/** Conditions on a value, and on its items where it is a list, as one Markdown line. */
export function conditionLine(notes: Notes, items: Notes): string {
  const own = conditionsOf(notes).join(' ');
  const ofItems = conditionsOf(items).join(' ');
  return [own, ofItems === '' ? '' : `Items: ${ofItems}`].filter((text) => text !== '').join(' ');
}

function conditionsOf({ isInteger, standsFor, conditions, knownValues, isSecret }: Notes): string[] {
  return [
    ...(isInteger ? ['Integer.'] : standsFor === '' ? [] : [standsFor]),
    ...conditions,
    ...(knownValues.length === 0
      ? []
      : [`Known values: ${knownValues.map(codeSpan).join(', ')}; others are accepted.`]),
    ...(isSecret ? ['Secret.'] : []),
  ];
}
