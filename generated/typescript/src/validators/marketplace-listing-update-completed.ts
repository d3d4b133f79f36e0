// Generated from messages/marketplace/marketplace-listing-update-completed.yaml of the message catalog. Change it there.
import type { MarketplaceListingUpdateCompletedMessage } from '../messages/marketplace-listing-update-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `MarketplaceListingUpdateCompletedMessage`. */
export const MarketplaceListingUpdateCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    marketplace: { type: 'string' },
    listingId: { type: 'string' },
    status: { type: 'string' },
    result: { type: 'object', additionalProperties: {} },
    error: { type: 'string' },
  },
};

/** Finds every problem of a payload of `marketplace-listing-update-completed`. */
export const validateMarketplaceListingUpdateCompleted: Validator<MarketplaceListingUpdateCompletedMessage> = compileValidator(MarketplaceListingUpdateCompletedMessageSchema);

/** Tells whether a value is a payload of `marketplace-listing-update-completed`, typed as it is read. */
export const isMarketplaceListingUpdateCompleted = validateMarketplaceListingUpdateCompleted.accepts;
