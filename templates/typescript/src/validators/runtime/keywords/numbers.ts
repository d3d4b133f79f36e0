import type { KeywordCompiler } from '../check.js';

/** The limits of numbers (JSON Schema Validation 2020-12, section 6.2). */
export const compileNumberLimits: KeywordCompiler = ({
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf,
}) => {
  const limits: { keyword: string; message: string; isMet: (value: number) => boolean }[] = [];
  const add = (
    keyword: string,
    limit: number | undefined,
    phrase: string,
    isMet: (value: number, limit: number) => boolean,
  ): void => {
    if (limit === undefined) return;
    limits.push({ keyword, message: `Must be ${phrase} ${limit}.`, isMet: (value) => isMet(value, limit) });
  };
  add('minimum', minimum, 'at least', (value, limit) => value >= limit);
  add('maximum', maximum, 'at most', (value, limit) => value <= limit);
  add('exclusiveMinimum', exclusiveMinimum, 'more than', (value, limit) => value > limit);
  add('exclusiveMaximum', exclusiveMaximum, 'less than', (value, limit) => value < limit);
  add('multipleOf', multipleOf, 'a multiple of', isMultiple);
  if (limits.length === 0) return undefined;
  return (value, run) => {
    if (typeof value !== 'number') return true;
    let fits = true;
    for (const { keyword, message, isMet } of limits) fits = isMet(value) ? fits : run.report(keyword, message);
    return fits;
  };
};

/** By decimals, as they are written: 19.99 is a multiple of 0.01, though none of the two is a binary fraction. */
function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  // Both numbers and the quotient are rounded once.
  return Math.abs(quotient - Math.round(quotient)) <= Math.abs(quotient) * 2 ** -51;
}
