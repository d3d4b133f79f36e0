// Generated from messages/etsy/etsy-analytics-sync-completed.yaml of the message catalog. Change it there.
import type { EtsyAnalyticsSyncCompletedMessage } from '../messages/etsy-analytics-sync-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { CredentialUpdateSchema } from './types/credential-update.js';
import { ListingAnalyticsSchema } from './types/listing-analytics.js';
import { ListingErrorSchema } from './types/listing-error.js';

/** The JSON Schema of `EtsyAnalyticsSyncCompletedMessage`. */
export const EtsyAnalyticsSyncCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    originalJobId: { type: 'string' },
    status: { type: 'string' },
    syncedCount: { type: 'integer' },
    errorCount: { type: 'integer' },
    results: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          listingId: { type: 'string' },
          etsyListingId: { type: 'string' },
          materialName: { type: 'string' },
          analytics: {
            allOf: [
              { $ref: () => ListingAnalyticsSchema },
              {
                type: 'object',
                properties: {
                  trafficSources: {
                    type: 'object',
                    additionalProperties: { type: 'number' },
                  },
                },
              },
            ],
          },
          status: { type: 'string' },
        },
      },
    },
    credentialUpdate: { $ref: () => CredentialUpdateSchema },
    errors: { type: 'array', items: { $ref: () => ListingErrorSchema } },
    syncedAt: { type: 'string' },
    nextScheduledSync: { type: 'string' },
  },
};

/** Finds every problem of a payload of `etsy-analytics-sync-completed`. */
export const validateEtsyAnalyticsSyncCompleted: Validator<EtsyAnalyticsSyncCompletedMessage> = compileValidator(EtsyAnalyticsSyncCompletedMessageSchema);

/** Tells whether a value is a payload of `etsy-analytics-sync-completed`, typed as it is read. */
export const isEtsyAnalyticsSyncCompleted = validateEtsyAnalyticsSyncCompleted.accepts;
