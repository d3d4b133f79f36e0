import type { Json, JsonObject } from '../json.js';
import type { CatalogFiles } from '../testing/diagnose.js';
import { unicodeEscape } from '../text/escape.js';

/** A catalog that means harm, and what has to come of it. */
export interface HostileCase {
  /** What is hostile about it. */
  readonly title: string;
  readonly files: CatalogFiles;
  /** Links to make in the catalog's folder: path to target. Default: none. */
  readonly links?: Readonly<Record<string, string>>;
  /** The one diagnostic, as `path:line:column rule`; without it, a package comes out. */
  readonly refused?: string;
  /** Texts that have to stand as string literals or names in the emitted types. */
  readonly literals?: readonly string[];
}

/** The catalog's one message, unless a case says otherwise. */
export const demoFile = 'messages/demo/demo-request.json';

/**
 * A catalog of one message.
 *
 * @param payload - Its schema.
 * @param example - A payload that fits.
 * @param more - Other keys of the message file.
 */
export function demo(payload: Json, example: Json = {}, more: JsonObject = {}): CatalogFiles {
  const message: JsonObject = {
    name: 'demo-request',
    description: 'Shows one danger.',
    examples: [{ title: 'One', payload: example }],
    payload,
    ...more,
  };
  // JSON allows control characters raw that YAML does not.
  return { [demoFile]: JSON.stringify(message).replaceAll(/[\u007f-\u009f]/g, unicodeEscape) };
}
