// Generated from types/listing-file.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `ListingFile`. */
export const ListingFileSchema: SchemaObject = {
  type: 'object',
  properties: {
    storageItemId: { type: 'string' },
    fileName: { type: 'string' },
    fileSize: { type: 'integer' },
    mimeType: { type: 'string' },
  },
  required: ['storageItemId', 'fileName'],
};
