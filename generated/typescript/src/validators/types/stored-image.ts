// Generated from types/stored-image.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `StoredImage`. */
export const StoredImageSchema: SchemaObject = {
  type: 'object',
  properties: {
    storageConnectionId: { type: 'string' },
    path: { type: 'string' },
  },
};
