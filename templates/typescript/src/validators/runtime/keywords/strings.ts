import type { KeywordCompiler } from '../check.js';
import { formats } from '../formats/formats.js';
import { count } from '../values.js';

/** The limits of strings (JSON Schema Validation 2020-12, section 6.3); lengths count code points. */
export const compileStringLimits: KeywordCompiler = ({ minLength = 0, maxLength = Infinity, pattern }) => {
  if (minLength === 0 && maxLength === Infinity && pattern === undefined) return undefined;
  const expression = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return (value, run) => {
    if (typeof value !== 'string') return true;
    let fits = true;
    // A text has at most as many code points as code units, and at least half as many.
    if (value.length < minLength * 2 || value.length > maxLength) {
      const length = codePoints(value);
      if (length < minLength) fits = run.report('minLength', `Must have at least ${count(minLength, 'character')}.`);
      if (length > maxLength) fits = run.report('maxLength', `Must have at most ${count(maxLength, 'character')}.`);
    }
    if (expression?.test(value) === false) fits = run.report('pattern', `Must match the pattern ${pattern}.`);
    return fits;
  };
};

/** `format` as an assertion (section 7); a format that is not known here asserts nothing. */
export const compileFormat: KeywordCompiler = ({ format }) => {
  const known = format === undefined ? undefined : formats.get(format);
  if (known === undefined) return undefined;
  const message = `Must have the format ${format}.`;
  return (value, run) => known(value) || run.report('format', message);
};

function codePoints(text: string): number {
  let number = 0;
  for (const _ of text) number += 1;
  return number;
}
