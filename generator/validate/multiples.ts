/**
 * Whether a number is a multiple of another (`multipleOf`), as emitted validators see it: by decimals, as they are written.
 * 19.99 is a multiple of 0.01, though none of the two is a binary fraction.
 *
 * @param value - The number.
 * @param step - What it should be a multiple of; above 0.
 */
export function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  // Both numbers and the quotient are rounded once.
  return Math.abs(quotient - Math.round(quotient)) <= Math.abs(quotient) * 2 ** -51;
}
