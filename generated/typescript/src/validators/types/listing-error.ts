// Generated from types/listing-error.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `ListingError`. */
export const ListingErrorSchema: Schema = {
  type: 'object',
  properties: { listingId: { type: 'string' }, error: { type: 'string' } },
};
