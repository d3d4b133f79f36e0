import type { KeywordCompiler } from '../keyword-compiler.js';
import { formats } from '../formats/formats.js';

/** `pattern` (JSON Schema Validation 2020-12, section 6.3.3). */
export const compilePattern: KeywordCompiler = ({ pattern }) => {
  if (pattern === undefined) return undefined;
  const expression = new RegExp(pattern, 'u');
  const message = `Must match the pattern ${pattern}.`;
  return (value, run) =>
    typeof value !== 'string' || run.matches(expression, value) || run.report('pattern', message, pattern);
};

/** `format` as an assertion (section 7); a format that is not known here asserts nothing. */
export const compileFormat: KeywordCompiler = ({ format }) => {
  const known = format === undefined ? undefined : formats.get(format);
  if (known === undefined) return undefined;
  const message = `Must have the format ${format}.`;
  return (value, run) => known(value) || run.report('format', message, format);
};
