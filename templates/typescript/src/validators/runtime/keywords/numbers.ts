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
  // A step of a few decimals is so many parts of a power of ten: what is left of the integer, in such parts, must be none.
  for (let scale = 1; Number.isInteger(value) && scale < 1e8; scale *= 10) {
    const parts = Math.round(step * scale);
    if (parts / scale === step) return ((value % parts) * (scale % parts)) % parts === 0;
  }
  const quotient = value / step;
  // Both numbers and the quotient are rounded once.
  return Math.abs(quotient - Math.round(quotient)) <= Math.abs(quotient) * 2 ** -51;
}
