import { formats } from '../../templates/typescript/src/validators/runtime/formats/formats.js';

const numberFormats: ReadonlySet<string> = new Set(['int32', 'int64', 'float', 'double']);

/** The formats that are known; those that emitted validators do not check accept every text, or every number. */
export const knownFormats: ReadonlySet<string> = new Set([...formats.keys(), ...numberFormats, 'password', 'binary']);

/** Whether a format is one of numbers, which says nothing of texts. */
export function isNumberFormat(name: string): boolean {
  return numberFormats.has(name);
}

/** Whether emitted validators check a format. */
export function isCheckedFormat(name: string): boolean {
  return formats.has(name);
}

/** Whether a text has a format, as emitted validators check it. */
export function hasFormat(name: string, text: string): boolean {
  return formats.get(name)?.(text) ?? true;
}
