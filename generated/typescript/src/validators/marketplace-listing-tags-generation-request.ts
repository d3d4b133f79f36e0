// Generated from messages/listing-content/marketplace-listing-tags-generation-request.yaml of the message catalog. Change it there.
import type { MarketplaceListingTagsGenerationRequestMessage } from '../messages/marketplace-listing-tags-generation-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { MeshSummarySchema } from './types/mesh-summary.js';

/** The JSON Schema of `MarketplaceListingTagsGenerationRequestMessage`. */
export const MarketplaceListingTagsGenerationRequestMessageSchema: SchemaObject = {
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
    tagLimit: { type: 'number' },
    targetMarket: { type: 'string' },
    style: { type: 'string' },
    useCases: { type: 'array', items: { type: 'string' } },
  },
  required: [
    'modelId',
    'entityType',
    'entityName',
    'targetMarketplace',
    'userId',
  ],
};

/** Finds every problem of a payload of `marketplace-listing-tags-generation-request`. */
export const validateMarketplaceListingTagsGenerationRequest: Validator<MarketplaceListingTagsGenerationRequestMessage> = compileValidator(MarketplaceListingTagsGenerationRequestMessageSchema);

/** Tells whether a value is a payload of `marketplace-listing-tags-generation-request`, typed as it is read. */
export const isMarketplaceListingTagsGenerationRequest = validateMarketplaceListingTagsGenerationRequest.accepts;
