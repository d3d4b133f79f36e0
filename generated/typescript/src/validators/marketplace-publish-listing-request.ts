// Generated from messages/marketplace/marketplace-publish-listing-request.yaml of the message catalog. Change it there.
import type { MarketplacePublishListingRequestMessage } from '../messages/marketplace-publish-listing-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { BaseListingDataSchema } from './types/base-listing-data.js';
import { EncryptedMarketplaceCredentialsSchema } from './types/encrypted-marketplace-credentials.js';
import { ListingFileSchema } from './types/listing-file.js';
import { MaterialVariantSchema } from './types/material-variant.js';

/** The JSON Schema of `MarketplacePublishListingRequestMessage`. */
export const MarketplacePublishListingRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    listingId: { type: 'string', format: 'uuid' },
    metamodelId: { type: 'string', format: 'uuid' },
    ownerId: { type: 'string', format: 'uuid' },
    marketplaceProvider: { type: 'string' },
    marketplaceConnectionId: { type: 'string', format: 'uuid' },
    materialVariant: { $ref: () => MaterialVariantSchema },
    baseListingData: { $ref: () => BaseListingDataSchema },
    publishOptions: {
      type: 'object',
      properties: {
        autoActivate: { type: 'boolean' },
        marketplaceSpecificOptions: { type: 'object', additionalProperties: {} },
      },
    },
    marketplaceCredentials: {
      allOf: [
        { $ref: () => EncryptedMarketplaceCredentialsSchema },
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

/** Finds every problem of a payload of `marketplace-publish-listing-request`. */
export const validateMarketplacePublishListingRequest: Validator<MarketplacePublishListingRequestMessage> = compileValidator(MarketplacePublishListingRequestMessageSchema);

/** Tells whether a value is a payload of `marketplace-publish-listing-request`, typed as it is read. */
export const isMarketplacePublishListingRequest = validateMarketplacePublishListingRequest.accepts;
