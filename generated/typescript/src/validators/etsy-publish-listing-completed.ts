// Generated from messages/etsy/etsy-publish-listing-completed.yaml of the message catalog. Change it there.
import type { EtsyPublishListingCompletedMessage } from '../messages/etsy-publish-listing-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { CredentialUpdateSchema } from './types/credential-update.js';
import { RetryableErrorSchema } from './types/retryable-error.js';

/** The JSON Schema of `EtsyPublishListingCompletedMessage`. */
export const EtsyPublishListingCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    originalJobId: { type: 'string' },
    listingId: { type: 'string' },
    metamodelId: { type: 'string' },
    materialName: { type: 'string' },
    status: { type: 'string' },
    etsyListingId: { type: 'string' },
    etsyListingUrl: { type: 'string', format: 'uri' },
    credentialUpdate: { $ref: () => CredentialUpdateSchema },
    etsyFileId: { type: 'string' },
    error: { $ref: () => RetryableErrorSchema },
    publishedAt: { type: 'string' },
    processingDuration: { type: 'integer' },
  },
};

/** Finds every problem of a payload of `etsy-publish-listing-completed`. */
export const validateEtsyPublishListingCompleted: Validator<EtsyPublishListingCompletedMessage> = compileValidator(EtsyPublishListingCompletedMessageSchema);

/** Tells whether a value is a payload of `etsy-publish-listing-completed`, typed as it is read. */
export const isEtsyPublishListingCompleted = validateEtsyPublishListingCompleted.accepts;
