// Generated from types/synced-listing.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `SyncedListing`. */
export const SyncedListingSchema: Schema = {
  type: 'object',
  properties: {
    internalId: { type: 'string' },
    externalId: { type: 'string' },
    title: { type: 'string' },
    timestamp: { type: 'string' },
  },
};
