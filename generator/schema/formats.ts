import { fullFormats } from 'ajv-formats/dist/formats.js';

/** The formats that payloads are checked for; any other tells readers something, and is not checked. */
export const knownFormats: ReadonlySet<string> = new Set(Object.keys(fullFormats));

const checks = new Map<string, unknown>(
  Object.entries(fullFormats).map(([name, format]) => [
    name,
    typeof format === 'object' && 'validate' in format ? format.validate : format,
  ]),
);

/** Formats of numbers; they say nothing of texts. */
const numberFormats: ReadonlySet<string> = new Set(
  Object.entries(fullFormats).flatMap(([name, format]) =>
    typeof format === 'object' && 'type' in format && format.type === 'number' ? [name] : [],
  ),
);

/** Whether a format is one of numbers. */
export function isNumberFormat(name: string): boolean {
  return numberFormats.has(name);
}

/**
 * Whether a text has a format, as ajv checks it.
 *
 * @param name - One of {@link knownFormats}, of texts.
 * @param text - The text.
 */
export function hasFormat(name: string, text: string): boolean {
  const check = checks.get(name);
  if (check instanceof RegExp) return check.test(text);
  return typeof check === 'function' ? check(text) === true : check === true;
}
