// Generated from messages/listing-content/marketplace-listing-title-generation-request.yaml of the message catalog. Change it there.
import type { MarketplaceListingTitleGenerationRequestMessage } from '../messages/marketplace-listing-title-generation-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `MarketplaceListingTitleGenerationRequestMessage`. */
export const MarketplaceListingTitleGenerationRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string', format: 'uuid' },
    entityType: { type: 'string' },
    currentName: { type: 'string' },
    targetMarketplace: { type: 'string' },
    userId: { type: 'string', format: 'uuid' },
    webhookUrl: { type: 'string', format: 'uri' },
    technicalMetadata: {
      type: 'object',
      properties: {
        vertices: { type: 'integer' },
        faces: { type: 'integer' },
        dimensionsMm: { type: 'array', items: { type: 'number' } },
      },
    },
    existingTags: { type: 'array', items: { type: 'string' } },
    existingCategory: { type: 'string' },
    characterLimit: { type: 'number' },
    brandVoice: { type: 'string' },
    targetMarket: { type: 'string' },
    keywords: { type: 'array', items: { type: 'string' } },
  },
  required: [
    'modelId',
    'entityType',
    'currentName',
    'targetMarketplace',
    'userId',
  ],
};

/** Finds every problem of a payload of `marketplace-listing-title-generation-request`. */
export const validateMarketplaceListingTitleGenerationRequest: Validator<MarketplaceListingTitleGenerationRequestMessage> = compileValidator(MarketplaceListingTitleGenerationRequestMessageSchema);

/** Tells whether a value is a payload of `marketplace-listing-title-generation-request`, typed as it is read. */
export const isMarketplaceListingTitleGenerationRequest = validateMarketplaceListingTitleGenerationRequest.accepts;
