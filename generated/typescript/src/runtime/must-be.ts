/**
 * Tells what a value must be and is not. Only the shortest texts are quoted: one that was given by mistake may be a secret.
 *
 * @param name - Name of the option or argument.
 * @param what - What would do.
 * @param value - What was given.
 */
export function mustBe(name: string, what: string, value: unknown): string {
  const kind = typeof value;
  const isQuoted = typeof value === 'string' && value.length < 3;
  const given = isQuoted ? `"${value}"` : kind === 'number' || value === null ? String(value) : kind;
  return `${name} must be ${what}, got ${given}.`;
}
