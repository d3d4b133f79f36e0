// Generated from messages/model/model-metadata-generation-request.yaml of the message catalog. Change it there.
import type { ModelMetadataGenerationRequestMessage } from '../messages/model-metadata-generation-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { MeshSummarySchema } from './types/mesh-summary.js';

/** The JSON Schema of `ModelMetadataGenerationRequestMessage`. */
export const ModelMetadataGenerationRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string', format: 'uuid' },
    model: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        fileName: { type: 'string' },
        fileSize: { type: 'integer' },
        ownerId: { type: 'string' },
      },
    },
    technicalMetadata: {
      allOf: [
        { $ref: () => MeshSummarySchema },
        {
          type: 'object',
          properties: {
            boundingBox: { type: 'object', additionalProperties: {} },
          },
        },
      ],
    },
    thumbnails: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          url: { type: 'string' },
          angle: { type: 'number' },
        },
      },
    },
  },
};

/** Finds every problem of a payload of `model-metadata-generation-request`. */
export const validateModelMetadataGenerationRequest: Validator<ModelMetadataGenerationRequestMessage> = compileValidator(ModelMetadataGenerationRequestMessageSchema);

/** Tells whether a value is a payload of `model-metadata-generation-request`, typed as it is read. */
export const isModelMetadataGenerationRequest = validateModelMetadataGenerationRequest.accepts;
