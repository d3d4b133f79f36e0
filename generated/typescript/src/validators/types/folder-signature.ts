// Generated from types/folder-signature.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `FolderSignature`. */
export const FolderSignatureSchema: SchemaObject = {
  type: 'object',
  properties: { hash: { type: 'string' }, calculatedAt: { type: 'string' } },
  required: ['hash', 'calculatedAt'],
};
