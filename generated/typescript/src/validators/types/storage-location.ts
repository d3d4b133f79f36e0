// Generated from types/storage-location.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `StorageLocation`. */
export const StorageLocationSchema: SchemaObject = {
  type: 'object',
  properties: {
    storageConnectionId: { type: 'string' },
    path: { type: 'string' },
  },
  required: ['storageConnectionId', 'path'],
};
