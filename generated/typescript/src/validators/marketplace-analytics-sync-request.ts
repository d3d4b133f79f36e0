// Generated from messages/marketplace/marketplace-analytics-sync-request.yaml of the message catalog. Change it there.
import type { MarketplaceAnalyticsSyncRequestMessage } from '../messages/marketplace-analytics-sync-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { AnalyticsSyncOptionsSchema } from './types/analytics-sync-options.js';
import { EncryptedMarketplaceCredentialsSchema } from './types/encrypted-marketplace-credentials.js';
import { TimeRangeSchema } from './types/time-range.js';

/** The JSON Schema of `MarketplaceAnalyticsSyncRequestMessage`. */
export const MarketplaceAnalyticsSyncRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    marketplaceProvider: { type: 'string' },
    marketplaceConnectionId: { type: 'string', format: 'uuid' },
    listingIds: { type: 'array', items: { type: 'string', format: 'uuid' } },
    userId: { type: 'string', format: 'uuid' },
    externalShopId: { type: 'string' },
    timeRange: { $ref: () => TimeRangeSchema },
    syncOptions: { $ref: () => AnalyticsSyncOptionsSchema },
    marketplaceCredentials: { $ref: () => EncryptedMarketplaceCredentialsSchema },
    webhookUrl: { type: 'string', format: 'uri' },
  },
};

/** Finds every problem of a payload of `marketplace-analytics-sync-request`. */
export const validateMarketplaceAnalyticsSyncRequest: Validator<MarketplaceAnalyticsSyncRequestMessage> = compileValidator(MarketplaceAnalyticsSyncRequestMessageSchema);

/** Tells whether a value is a payload of `marketplace-analytics-sync-request`, typed as it is read. */
export const isMarketplaceAnalyticsSyncRequest = validateMarketplaceAnalyticsSyncRequest.accepts;
