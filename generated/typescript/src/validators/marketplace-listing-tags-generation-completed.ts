// Generated from messages/listing-content/marketplace-listing-tags-generation-completed.yaml of the message catalog. Change it there.
import type { MarketplaceListingTagsGenerationCompletedMessage } from '../messages/marketplace-listing-tags-generation-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { ContentGenerationMetadataSchema } from './types/content-generation-metadata.js';

/** The JSON Schema of `MarketplaceListingTagsGenerationCompletedMessage`. */
export const MarketplaceListingTagsGenerationCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string', format: 'uuid' },
    entityType: { type: 'string' },
    tags: { type: 'array', items: { type: 'string' } },
    metadata: { $ref: () => ContentGenerationMetadataSchema },
    error: { type: 'string' },
  },
  required: ['modelId', 'entityType', 'tags', 'metadata'],
};

/** Finds every problem of a payload of `marketplace-listing-tags-generation-completed`. */
export const validateMarketplaceListingTagsGenerationCompleted: Validator<MarketplaceListingTagsGenerationCompletedMessage> = compileValidator(MarketplaceListingTagsGenerationCompletedMessageSchema);

/** Tells whether a value is a payload of `marketplace-listing-tags-generation-completed`, typed as it is read. */
export const isMarketplaceListingTagsGenerationCompleted = validateMarketplaceListingTagsGenerationCompleted.accepts;
