// Generated from messages/marketplace/marketplace-listing-sync-completed.yaml of the message catalog. Change it there.
import type { MarketplaceListingSyncCompletedMessage } from '../messages/marketplace-listing-sync-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { ErrorDetailsSchema } from './types/error-details.js';
import { SyncErrorSchema } from './types/sync-error.js';
import { SyncedListingSchema } from './types/synced-listing.js';

/** The JSON Schema of `MarketplaceListingSyncCompletedMessage`. */
export const MarketplaceListingSyncCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    requestId: { type: 'string' },
    connectionId: { type: 'string' },
    marketplaceId: { type: 'string' },
    userId: { type: 'string' },
    status: { type: 'string' },
    syncDirection: { type: 'string' },
    statistics: {
      type: 'object',
      properties: {
        duration: { type: 'number' },
        listingsProcessed: { type: 'integer' },
        listingsCreated: { type: 'integer' },
        listingsUpdated: { type: 'integer' },
        listingsSkipped: { type: 'integer' },
        listingsFailed: { type: 'integer' },
        imagesProcessed: { type: 'integer' },
        variationsProcessed: { type: 'integer' },
      },
    },
    results: {
      type: 'object',
      properties: {
        pull: {
          type: 'object',
          properties: {
            listingsRetrieved: { type: 'integer' },
            newListingsCreated: { type: 'integer' },
            existingListingsUpdated: { type: 'integer' },
          },
        },
        push: {
          type: 'object',
          properties: {
            listingsPushed: { type: 'integer' },
            listingsCreated: { type: 'integer' },
            listingsUpdated: { type: 'integer' },
          },
        },
      },
    },
    successfulListings: {
      type: 'array',
      items: {
        allOf: [
          { $ref: () => SyncedListingSchema },
          {
            type: 'object',
            properties: { operation: { type: 'string' } },
          },
        ],
      },
    },
    failedListings: {
      type: 'array',
      items: {
        allOf: [
          { $ref: () => SyncedListingSchema },
          {
            type: 'object',
            properties: { error: { $ref: () => ErrorDetailsSchema } },
          },
        ],
      },
    },
    errors: {
      type: 'array',
      items: {
        allOf: [
          { $ref: () => SyncErrorSchema },
          {
            type: 'object',
            properties: { details: { type: 'object', additionalProperties: {} } },
          },
        ],
      },
    },
    completedAt: { type: 'string' },
    nextSyncRecommendedAt: { type: 'string' },
  },
};

/** Finds every problem of a payload of `marketplace-listing-sync-completed`. */
export const validateMarketplaceListingSyncCompleted: Validator<MarketplaceListingSyncCompletedMessage> = compileValidator(MarketplaceListingSyncCompletedMessageSchema);

/** Tells whether a value is a payload of `marketplace-listing-sync-completed`, typed as it is read. */
export const isMarketplaceListingSyncCompleted = validateMarketplaceListingSyncCompleted.accepts;
