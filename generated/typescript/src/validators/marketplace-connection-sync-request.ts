// Generated from messages/marketplace/marketplace-connection-sync-request.yaml of the message catalog. Change it there.
import type { MarketplaceConnectionSyncRequestMessage } from '../messages/marketplace-connection-sync-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { SyncOriginSchema } from './types/sync-origin.js';

/** The JSON Schema of `MarketplaceConnectionSyncRequestMessage`. */
export const MarketplaceConnectionSyncRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    connectionId: { type: 'string' },
    marketplaceId: { type: 'string' },
    userId: { type: 'string' },
    syncType: { type: 'string' },
    priority: { type: 'string' },
    requestId: { type: 'string' },
    webhookUrl: { type: 'string', format: 'uri' },
    metadata: { $ref: () => SyncOriginSchema },
  },
};

/** Finds every problem of a payload of `marketplace-connection-sync-request`. */
export const validateMarketplaceConnectionSyncRequest: Validator<MarketplaceConnectionSyncRequestMessage> = compileValidator(MarketplaceConnectionSyncRequestMessageSchema);

/** Tells whether a value is a payload of `marketplace-connection-sync-request`, typed as it is read. */
export const isMarketplaceConnectionSyncRequest = validateMarketplaceConnectionSyncRequest.accepts;
