import type { KeywordCompiler } from '../keyword-compiler.js';

const limits = [
  ['minimum', 'at least', (value: number, limit: number) => value >= limit],
  ['maximum', 'at most', (value: number, limit: number) => value <= limit],
  ['exclusiveMinimum', 'more than', (value: number, limit: number) => value > limit],
  ['exclusiveMaximum', 'less than', (value: number, limit: number) => value < limit],
  ['multipleOf', 'a multiple of', isMultiple],
] as const;

/** The limits of numbers (JSON Schema Validation 2020-12, section 6.2). */
export const compileNumberLimits: KeywordCompiler = (schema) => {
  const own = limits.filter(([keyword]) => schema[keyword] !== undefined);
  if (own.length === 0) return undefined;
  return (value, run) => {
    if (typeof value !== 'number') return true;
    let fits = true;
    for (const [keyword, phrase, isMet] of own) {
      const limit = schema[keyword] ?? 0;
      if (!isMet(value, limit)) fits = run.report(keyword, `Must be ${phrase} ${limit}.`, limit);
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
  if (Number.isSafeInteger(value) && Number.isFinite(quotient)) return isMultipleOfFraction(value, step);
  // Both numbers and the quotient are rounded once.
  return Math.abs(quotient - Math.round(quotient)) <= Math.abs(quotient) * 2 ** -51;
}

/** The same of an integer and a fraction as it is written: 1.5 is 15 tenths, so a multiple of it has 15 in its tenths. */
function isMultipleOfFraction(value: number, step: number): boolean {
  const [digits = '', exponent = '0'] = String(step).split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const parts = 10n ** BigInt(fraction.length - Number(exponent));
  return (BigInt(value) * parts) % BigInt(whole + fraction) === 0n;
}
