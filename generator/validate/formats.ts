import { fullFormats } from 'ajv-formats/dist/formats.js';

/** The formats that payloads are checked for; any other tells readers something, and is not checked. */
export const knownFormats: ReadonlySet<string> = new Set(Object.keys(fullFormats));
