// Generated from messages/marketplace/marketplace-connection-sync-completed.yaml of the message catalog. Change it there.
import type { MarketplaceConnectionSyncCompletedMessage } from '../messages/marketplace-connection-sync-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { ErrorDetailsSchema } from './types/error-details.js';
import { SyncErrorSchema } from './types/sync-error.js';

/** The JSON Schema of `MarketplaceConnectionSyncCompletedMessage`. */
export const MarketplaceConnectionSyncCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    requestId: { type: 'string' },
    connectionId: { type: 'string' },
    marketplaceId: { type: 'string' },
    userId: { type: 'string' },
    status: { type: 'string' },
    syncType: { type: 'string' },
    connectionData: {
      type: 'object',
      properties: {
        status: { type: 'string' },
        shopName: { type: 'string' },
        shopUrl: { type: 'string' },
        shopId: { type: 'string' },
        permissions: { type: 'array', items: { type: 'string' } },
        rateLimit: {
          type: 'object',
          properties: {
            remaining: { type: 'integer' },
            resetAt: { type: 'string' },
          },
        },
      },
    },
    categories: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          name: { type: 'string' },
          path: { type: 'string' },
          level: { type: 'integer' },
        },
      },
    },
    statistics: {
      type: 'object',
      properties: {
        duration: { type: 'number' },
        itemsSynced: { type: 'integer' },
        errors: { type: 'array', items: { $ref: () => SyncErrorSchema } },
      },
    },
    completedAt: { type: 'string' },
    error: { $ref: () => ErrorDetailsSchema },
  },
};

/** Finds every problem of a payload of `marketplace-connection-sync-completed`. */
export const validateMarketplaceConnectionSyncCompleted: Validator<MarketplaceConnectionSyncCompletedMessage> = compileValidator(MarketplaceConnectionSyncCompletedMessageSchema);

/** Tells whether a value is a payload of `marketplace-connection-sync-completed`, typed as it is read. */
export const isMarketplaceConnectionSyncCompleted = validateMarketplaceConnectionSyncCompleted.accepts;
