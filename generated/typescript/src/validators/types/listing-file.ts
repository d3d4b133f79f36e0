// Generated from types/listing-file.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `ListingFile`. */
export const ListingFileSchema: Schema = {
  type: 'object',
  properties: {
    storageItemId: { type: 'string' },
    fileName: { type: 'string' },
    fileSize: { type: 'integer' },
    mimeType: { type: 'string' },
  },
  required: ['storageItemId', 'fileName'],
};
