// Generated from types/folder-signature.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `FolderSignature`. */
export const FolderSignatureSchema: Schema = {
  type: 'object',
  properties: { hash: { type: 'string' }, calculatedAt: { type: 'string' } },
  required: ['hash', 'calculatedAt'],
};
