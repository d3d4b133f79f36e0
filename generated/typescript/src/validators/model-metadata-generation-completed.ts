// Generated from messages/model/model-metadata-generation-completed.yaml of the message catalog. Change it there.
import type { ModelMetadataGenerationCompletedMessage } from '../messages/model-metadata-generation-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `ModelMetadataGenerationCompletedMessage`. */
export const ModelMetadataGenerationCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string', format: 'uuid' },
    metadata: {
      type: 'object',
      properties: {
        description: { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
        primaryCategory: { type: 'string' },
        subCategory: { type: 'string' },
      },
      required: ['description', 'tags', 'primaryCategory', 'subCategory'],
    },
  },
  required: ['modelId', 'metadata'],
};

/** Finds every problem of a payload of `model-metadata-generation-completed`. */
export const validateModelMetadataGenerationCompleted: Validator<ModelMetadataGenerationCompletedMessage> = compileValidator(ModelMetadataGenerationCompletedMessageSchema);

/** Tells whether a value is a payload of `model-metadata-generation-completed`, typed as it is read. */
export const isModelMetadataGenerationCompleted = validateModelMetadataGenerationCompleted.accepts;
