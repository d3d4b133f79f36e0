// Generated from messages/etsy/etsy-publish-listing-request.yaml of the message catalog. Change it there.
import type { EtsyPublishListingRequestMessage } from '../messages/etsy-publish-listing-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { BaseListingDataSchema } from './types/base-listing-data.js';
import { EncryptedEtsyCredentialsSchema } from './types/encrypted-etsy-credentials.js';
import { EtsyCredentialsSchema } from './types/etsy-credentials.js';
import { ListingFileSchema } from './types/listing-file.js';
import { MaterialVariantSchema } from './types/material-variant.js';

/** The JSON Schema of `EtsyPublishListingRequestMessage`. */
export const EtsyPublishListingRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    listingId: { type: 'string' },
    metamodelId: { type: 'string' },
    ownerId: { type: 'string' },
    credentials: { $ref: () => EtsyCredentialsSchema },
    materialVariant: { $ref: () => MaterialVariantSchema },
    baseListingData: { $ref: () => BaseListingDataSchema },
    publishOptions: {
      type: 'object',
      properties: {
        autoActivate: { type: 'boolean' },
        shippingProfileId: { type: 'integer' },
      },
    },
    etsyCredentials: {
      allOf: [
        { $ref: () => EncryptedEtsyCredentialsSchema },
        {
          type: 'object',
          properties: { expiresAt: { type: 'string' } },
        },
      ],
    },
    fileMetadata: { $ref: () => ListingFileSchema },
    webhookUrl: { type: 'string', format: 'uri' },
  },
};

/** Finds every problem of a payload of `etsy-publish-listing-request`. */
export const validateEtsyPublishListingRequest: Validator<EtsyPublishListingRequestMessage> = compileValidator(EtsyPublishListingRequestMessageSchema);

/** Tells whether a value is a payload of `etsy-publish-listing-request`, typed as it is read. */
export const isEtsyPublishListingRequest = validateEtsyPublishListingRequest.accepts;
