// Generated from types/listing-error.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `ListingError`. */
export const ListingErrorSchema: SchemaObject = {
  type: 'object',
  properties: { listingId: { type: 'string' }, error: { type: 'string' } },
};
