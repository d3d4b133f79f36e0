/** An object as JSON knows it: neither `null` nor an array. */
export interface ObjectValue {
  readonly [name: string]: unknown;
}

/** Whether a value is an object as JSON knows it. */
export function isObject(value: unknown): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether an object has a property of its own. One that is `undefined` is none: it is not sent. */
export function has(value: ObjectValue, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== undefined;
}

/** Names of the properties that an object has of its own. */
export function namesOf(value: ObjectValue): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

/** What a value is, in words. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return Number.isFinite(value) ? 'a number with a fraction' : 'a number that JSON cannot hold';
  }
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}

/** How many of something, such as `1 item` or `2 items`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}
