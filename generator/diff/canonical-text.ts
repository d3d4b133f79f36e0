import { canonical } from '../../templates/typescript/src/validators/runtime/canonical.js';
import type { Json } from '../json.js';

/** A text that two JSON values share if they are equal, whatever the order of their keys. */
export const canonicalText = (value: Json): string => canonical(value) ?? JSON.stringify(value);
