// Generated from messages/etsy/etsy-analytics-sync-request.yaml of the message catalog. Change it there.
import type { EtsyAnalyticsSyncRequestMessage } from '../messages/etsy-analytics-sync-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { AnalyticsSyncOptionsSchema } from './types/analytics-sync-options.js';
import { EncryptedEtsyCredentialsSchema } from './types/encrypted-etsy-credentials.js';
import { EtsyCredentialsSchema } from './types/etsy-credentials.js';
import { TimeRangeSchema } from './types/time-range.js';

/** The JSON Schema of `EtsyAnalyticsSyncRequestMessage`. */
export const EtsyAnalyticsSyncRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    listingIds: { type: 'array', items: { type: 'string' } },
    userId: { type: 'string' },
    shopId: { type: 'string' },
    credentials: { $ref: () => EtsyCredentialsSchema },
    timeRange: { $ref: () => TimeRangeSchema },
    syncOptions: { $ref: () => AnalyticsSyncOptionsSchema },
    etsyCredentials: { $ref: () => EncryptedEtsyCredentialsSchema },
    webhookUrl: { type: 'string' },
  },
};

/** Finds every problem of a payload of `etsy-analytics-sync-request`. */
export const validateEtsyAnalyticsSyncRequest: Validator<EtsyAnalyticsSyncRequestMessage> = compileValidator(EtsyAnalyticsSyncRequestMessageSchema);

/** Tells whether a value is a payload of `etsy-analytics-sync-request`, typed as it is read. */
export const isEtsyAnalyticsSyncRequest = validateEtsyAnalyticsSyncRequest.accepts;
