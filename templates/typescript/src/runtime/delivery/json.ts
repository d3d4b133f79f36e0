/** A JSON object as it came off the wire. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

/** Whether a JSON value is an object, not a list and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON value of a text, else the text itself. A `SyntaxError` would quote the body, so none is passed on. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
