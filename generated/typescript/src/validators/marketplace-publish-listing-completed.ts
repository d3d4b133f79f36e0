// Generated from messages/marketplace/marketplace-publish-listing-completed.yaml of the message catalog. Change it there.
import type { MarketplacePublishListingCompletedMessage } from '../messages/marketplace-publish-listing-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { RetryableErrorSchema } from './types/retryable-error.js';

/** The JSON Schema of `MarketplacePublishListingCompletedMessage`. */
export const MarketplacePublishListingCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    originalJobId: { type: 'string' },
    listingId: { type: 'string', format: 'uuid' },
    metamodelId: { type: 'string', format: 'uuid' },
    marketplaceProvider: { type: 'string' },
    materialName: { type: 'string' },
    status: { type: 'string' },
    externalListingId: { type: 'string' },
    externalListingUrl: { type: 'string', format: 'uri' },
    externalFileId: { type: 'string' },
    error: { $ref: () => RetryableErrorSchema },
    publishedAt: { type: 'string', format: 'date-time' },
    processingDuration: { type: 'integer' },
  },
};

/** Finds every problem of a payload of `marketplace-publish-listing-completed`. */
export const validateMarketplacePublishListingCompleted: Validator<MarketplacePublishListingCompletedMessage> = compileValidator(MarketplacePublishListingCompletedMessageSchema);

/** Tells whether a value is a payload of `marketplace-publish-listing-completed`, typed as it is read. */
export const isMarketplacePublishListingCompleted = validateMarketplacePublishListingCompleted.accepts;
