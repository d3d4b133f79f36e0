// Generated from types/synced-listing.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `SyncedListing`. */
export const SyncedListingSchema: SchemaObject = {
  type: 'object',
  properties: {
    internalId: { type: 'string' },
    externalId: { type: 'string' },
    title: { type: 'string' },
    timestamp: { type: 'string' },
  },
};
