import { syntaxProblem } from '../schema/patterns.js';

/** A pattern without the needless escapes that the flag `u` of JSON Schema 2020-12 forbids; `undefined` where it is none. */
export function modernPattern(text: string): string | undefined {
  if (syntaxProblem(text) === undefined) return text;
  const candidates = [
    text
      // An escape of what needs none, outside and inside of a class.
      .replaceAll(/\\([^\w\s^$.*+?()[\]{}|/\\-])/g, '$1')
      .replaceAll(/\\([_ ])/g, '$1')
      .replaceAll(/(^|[^\\])(\[(?:\\.|[^\]\\])*\])|\\-/g, (match, before?: string, set?: string) =>
        set === undefined ? (match === '\\-' ? '-' : match) : `${before}${escapeHyphens(set)}`,
      ),
    // Anchors of Perl and Python.
    text.replace(/^\\A/, '^').replace(/\\[zZ]$/, '$'),
  ];
  return candidates.find((each) => syntaxProblem(each) === undefined);
}

/** In a class, a hyphen beside a set such as `\w` stands for itself. */
function escapeHyphens(set: string): string {
  return set.replaceAll(/(\\[wdsWDS])-(?!\])/g, '$1\\-').replaceAll(/([^\\[])-(\\[wdsWDS])/g, '$1\\-$2');
}
