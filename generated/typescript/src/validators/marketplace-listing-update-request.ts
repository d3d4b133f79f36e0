// Generated from messages/marketplace/marketplace-listing-update-request.yaml of the message catalog. Change it there.
import type { MarketplaceListingUpdateRequestMessage } from '../messages/marketplace-listing-update-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `MarketplaceListingUpdateRequestMessage`. */
export const MarketplaceListingUpdateRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    marketplace: { type: 'string' },
    listingId: { type: 'string' },
    updates: {
      type: 'object',
      properties: {
        price: { type: 'number' },
        quantity: { type: 'integer' },
        title: { type: 'string' },
        description: { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
      },
    },
    credentials: {
      type: 'object',
      properties: {
        access_token: { type: 'string' },
        refresh_token: { type: 'string' },
        expires_at: { type: 'number' },
        api_key: { type: 'string' },
        api_secret: { type: 'string' },
      },
    },
  },
};

/** Finds every problem of a payload of `marketplace-listing-update-request`. */
export const validateMarketplaceListingUpdateRequest: Validator<MarketplaceListingUpdateRequestMessage> = compileValidator(MarketplaceListingUpdateRequestMessageSchema);

/** Tells whether a value is a payload of `marketplace-listing-update-request`, typed as it is read. */
export const isMarketplaceListingUpdateRequest = validateMarketplaceListingUpdateRequest.accepts;
