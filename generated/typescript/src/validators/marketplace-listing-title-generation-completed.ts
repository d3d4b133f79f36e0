// Generated from messages/listing-content/marketplace-listing-title-generation-completed.yaml of the message catalog. Change it there.
import type { MarketplaceListingTitleGenerationCompletedMessage } from '../messages/marketplace-listing-title-generation-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { ContentGenerationMetadataSchema } from './types/content-generation-metadata.js';

/** The JSON Schema of `MarketplaceListingTitleGenerationCompletedMessage`. */
export const MarketplaceListingTitleGenerationCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string', format: 'uuid' },
    entityType: { type: 'string' },
    title: { type: 'string' },
    metadata: { $ref: () => ContentGenerationMetadataSchema },
    error: { type: 'string' },
  },
  required: ['modelId', 'entityType', 'title', 'metadata'],
};

/** Finds every problem of a payload of `marketplace-listing-title-generation-completed`. */
export const validateMarketplaceListingTitleGenerationCompleted: Validator<MarketplaceListingTitleGenerationCompletedMessage> = compileValidator(MarketplaceListingTitleGenerationCompletedMessageSchema);

/** Tells whether a value is a payload of `marketplace-listing-title-generation-completed`, typed as it is read. */
export const isMarketplaceListingTitleGenerationCompleted = validateMarketplaceListingTitleGenerationCompleted.accepts;
