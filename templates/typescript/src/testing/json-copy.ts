/**
 * Copies a value as it comes back from Redis: through JSON.
 *
 * @param value - The value; `undefined` becomes `null`.
 * @param meaning - What it is, for the error message, such as `return value`.
 * @throws TypeError if it has no JSON form: a function, a BigInt, a circle.
 */
export function jsonCopy(value: unknown, meaning: string): unknown {
  let text: string | undefined;
  try {
    text = JSON.stringify(value ?? null);
  } catch (error) {
    throw new TypeError(`The ${meaning} cannot be written as JSON: ${String(error)}`, { cause: error });
  }
  if (text === undefined) throw new TypeError(`The ${meaning} cannot be written as JSON: it is a ${typeof value}.`);
  return JSON.parse(text) as unknown;
}
