// Generated from messages/marketplace/marketplace-analytics-sync-completed.yaml of the message catalog. Change it there.
import type { MarketplaceAnalyticsSyncCompletedMessage } from '../messages/marketplace-analytics-sync-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { ListingAnalyticsSchema } from './types/listing-analytics.js';
import { ListingErrorSchema } from './types/listing-error.js';

/** The JSON Schema of `MarketplaceAnalyticsSyncCompletedMessage`. */
export const MarketplaceAnalyticsSyncCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    originalJobId: { type: 'string' },
    marketplaceProvider: { type: 'string' },
    status: { type: 'string' },
    syncedCount: { type: 'integer' },
    errorCount: { type: 'integer' },
    results: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          listingId: { type: 'string' },
          externalListingId: { type: 'string' },
          materialName: { type: 'string' },
          analytics: { $ref: () => ListingAnalyticsSchema },
          status: { type: 'string' },
        },
      },
    },
    errors: { type: 'array', items: { $ref: () => ListingErrorSchema } },
    syncedAt: { type: 'string', format: 'date-time' },
    nextScheduledSync: { type: 'string', format: 'date-time' },
  },
};

/** Finds every problem of a payload of `marketplace-analytics-sync-completed`. */
export const validateMarketplaceAnalyticsSyncCompleted: Validator<MarketplaceAnalyticsSyncCompletedMessage> = compileValidator(MarketplaceAnalyticsSyncCompletedMessageSchema);

/** Tells whether a value is a payload of `marketplace-analytics-sync-completed`, typed as it is read. */
export const isMarketplaceAnalyticsSyncCompleted = validateMarketplaceAnalyticsSyncCompleted.accepts;
