// Generated from messages/listing-content/marketplace-listing-description-generation-request.yaml of the message catalog. Change it there.
import type { MarketplaceListingDescriptionGenerationRequestMessage } from '../messages/marketplace-listing-description-generation-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { MeshSummarySchema } from './types/mesh-summary.js';

/** The JSON Schema of `MarketplaceListingDescriptionGenerationRequestMessage`. */
export const MarketplaceListingDescriptionGenerationRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string', format: 'uuid' },
    entityType: { type: 'string' },
    entityName: { type: 'string' },
    targetMarketplace: { type: 'string' },
    userId: { type: 'string', format: 'uuid' },
    webhookUrl: { type: 'string', format: 'uri' },
    technicalMetadata: { $ref: () => MeshSummarySchema },
    thumbnailUrls: { type: 'array', items: { type: 'string', format: 'uri' } },
    existingTags: { type: 'array', items: { type: 'string' } },
    existingCategory: { type: 'string' },
    brandVoice: { type: 'string' },
    targetMarket: { type: 'string' },
    keywords: { type: 'array', items: { type: 'string' } },
  },
  required: [
    'modelId',
    'entityType',
    'entityName',
    'targetMarketplace',
    'userId',
  ],
};

/** Finds every problem of a payload of `marketplace-listing-description-generation-request`. */
export const validateMarketplaceListingDescriptionGenerationRequest: Validator<MarketplaceListingDescriptionGenerationRequestMessage> = compileValidator(MarketplaceListingDescriptionGenerationRequestMessageSchema);

/** Tells whether a value is a payload of `marketplace-listing-description-generation-request`, typed as it is read. */
export const isMarketplaceListingDescriptionGenerationRequest = validateMarketplaceListingDescriptionGenerationRequest.accepts;
