// Generated from messages/marketplace/marketplace-listing-sync-request.yaml of the message catalog. Change it there.
import type { MarketplaceListingSyncRequestMessage } from '../messages/marketplace-listing-sync-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { SyncOriginSchema } from './types/sync-origin.js';

/** The JSON Schema of `MarketplaceListingSyncRequestMessage`. */
export const MarketplaceListingSyncRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    connectionId: { type: 'string' },
    marketplaceId: { type: 'string' },
    userId: { type: 'string' },
    syncDirection: { type: 'string' },
    syncScope: { type: 'string' },
    listingIds: { type: 'array', items: { type: 'string' } },
    externalListingIds: { type: 'array', items: { type: 'string' } },
    options: {
      type: 'object',
      properties: {
        includeInactive: { type: 'boolean' },
        includeImages: { type: 'boolean' },
        includeVariations: { type: 'boolean' },
        includeAnalytics: { type: 'boolean' },
        batchSize: { type: 'integer' },
      },
    },
    priority: { type: 'string' },
    requestId: { type: 'string' },
    webhookUrl: { type: 'string', format: 'uri' },
    metadata: {
      allOf: [
        { $ref: () => SyncOriginSchema },
        {
          type: 'object',
          properties: { scheduledSync: { type: 'boolean' } },
        },
      ],
    },
  },
};

/** Finds every problem of a payload of `marketplace-listing-sync-request`. */
export const validateMarketplaceListingSyncRequest: Validator<MarketplaceListingSyncRequestMessage> = compileValidator(MarketplaceListingSyncRequestMessageSchema);

/** Tells whether a value is a payload of `marketplace-listing-sync-request`, typed as it is read. */
export const isMarketplaceListingSyncRequest = validateMarketplaceListingSyncRequest.accepts;
