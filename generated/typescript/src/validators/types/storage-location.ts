// Generated from types/storage-location.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `StorageLocation`. */
export const StorageLocationSchema: Schema = {
  type: 'object',
  properties: {
    storageConnectionId: { type: 'string' },
    path: { type: 'string' },
  },
  required: ['storageConnectionId', 'path'],
};
