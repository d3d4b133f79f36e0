// Generated from messages/listing-content/marketplace-listing-description-generation-completed.yaml of the message catalog. Change it there.
import type { MarketplaceListingDescriptionGenerationCompletedMessage } from '../messages/marketplace-listing-description-generation-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { ContentGenerationMetadataSchema } from './types/content-generation-metadata.js';

/** The JSON Schema of `MarketplaceListingDescriptionGenerationCompletedMessage`. */
export const MarketplaceListingDescriptionGenerationCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string', format: 'uuid' },
    entityType: { type: 'string' },
    targetMarketplace: { type: 'string' },
    description: { type: 'string' },
    metadata: { $ref: () => ContentGenerationMetadataSchema },
    suggestedPrice: {
      type: 'object',
      properties: {
        suggestedPrice: { type: 'number' },
        currency: { type: 'string' },
        materialCost: { type: 'number' },
        laborCost: { type: 'number' },
        marketplaceMarkup: { type: 'number' },
        breakdown: { type: 'object', additionalProperties: {} },
      },
    },
    error: { type: 'string' },
  },
  required: ['modelId', 'entityType', 'description', 'metadata'],
};

/** Finds every problem of a payload of `marketplace-listing-description-generation-completed`. */
export const validateMarketplaceListingDescriptionGenerationCompleted: Validator<MarketplaceListingDescriptionGenerationCompletedMessage> = compileValidator(MarketplaceListingDescriptionGenerationCompletedMessageSchema);

/** Tells whether a value is a payload of `marketplace-listing-description-generation-completed`, typed as it is read. */
export const isMarketplaceListingDescriptionGenerationCompleted = validateMarketplaceListingDescriptionGenerationCompleted.accepts;
