import type { KeywordCompiler } from '../check.js';

/** The limits of numbers (JSON Schema Validation 2020-12, section 6.2). */
export const compileNumberLimits: KeywordCompiler = ({
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf,
}) => {
  const limits: { keyword: string; message: string; limit: number; isMet: (value: number) => boolean }[] = [];
  const add = (
    keyword: string,
    limit: number | undefined,
    phrase: string,
    isMet: (value: number, limit: number) => boolean,
  ): void => {
    if (limit === undefined) return;
    limits.push({ keyword, message: `Must be ${phrase} ${limit}.`, limit, isMet: (value) => isMet(value, limit) });
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
    for (const { keyword, message, limit, isMet } of limits) {
      if (!isMet(value)) fits = run.report(keyword, message, limit);
    }
    return fits;
  };
};

/**
 * Whether a number is a multiple of another: exactly for integers, else by decimals, as they are written: 19.99 is a multiple
 * of 0.01, though none of the two is a binary fraction.
 *
 * @param value - The number.
 * @param step - What it should be a multiple of; above 0.
 */
export function isMultiple(value: number, step: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(step)) return value % step === 0;
  const quotient = value / step;
  // Both numbers and the quotient are rounded once.
  return Math.abs(quotient - Math.round(quotient)) <= Math.abs(quotient) * 2 ** -51;
}
