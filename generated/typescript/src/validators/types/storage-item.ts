// Generated from types/storage-item.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `StorageItem`. */
export const StorageItemSchema: SchemaObject = {
  type: 'object',
  properties: {
    path: { type: 'string' },
    mimeType: { type: 'string' },
    size: { type: 'integer' },
    s3Key: { type: 'string' },
    bucket: { type: 'string' },
    isImage: { type: 'boolean' },
  },
};
