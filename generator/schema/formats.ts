import { formats } from '../../templates/typescript/src/validators/runtime/formats/formats.js';

/** Whether emitted validators check a format. */
export function isCheckedFormat(name: string): boolean {
  return formats.has(name);
}

/** Whether a text has a format, as emitted validators check it. */
export function hasFormat(name: string, text: string): boolean {
  return formats.get(name)?.(text) ?? true;
}
