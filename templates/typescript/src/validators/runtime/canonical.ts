/** Arrays and objects nested deeper than this are not compared: the stack would not hold. */
const deepest = 500;

/**
 * A text that is the same for equal JSON values and for no others (JSON Schema Core 2020-12, section 4.2.2): the order of
 * properties does not count, that of items does. Comparing texts keeps `uniqueItems` from comparing every pair.
 *
 * @param value - A JSON value.
 * @param depth - How deep inside another value it lies.
 * @returns `undefined` if the value is nested too deeply.
 */
export function canonical(value: unknown, depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  if (depth > deepest) return undefined;
  const isArray = Array.isArray(value);
  const parts: string[] = [];
  const entries = Object.entries(value);
  if (!isArray) entries.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, inner] of entries) {
    const text = canonical(inner, depth + 1);
    if (text === undefined) return undefined;
    if (isArray) parts.push(text);
    else if (inner !== undefined) parts.push(`${JSON.stringify(name)}:${text}`);
  }
  return isArray ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}
