// Generated from messages/model/model-technical-metadata-request.yaml of the message catalog. Change it there.
import type { ModelTechnicalMetadataRequestMessage } from '../messages/model-technical-metadata-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { StorageLocationSchema } from './types/storage-location.js';

/** The JSON Schema of `ModelTechnicalMetadataRequestMessage`. */
export const ModelTechnicalMetadataRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string' },
    ownerId: { type: 'string' },
    storageLocation: { $ref: () => StorageLocationSchema },
    minioPath: { type: 'string' },
    parentJobId: { type: 'string' },
    analysisOptions: {
      type: 'object',
      properties: {
        detailedAnalysis: { type: 'boolean' },
        estimatePrintMetrics: { type: 'boolean' },
        skipCache: { type: 'boolean' },
      },
    },
  },
};

/** Finds every problem of a payload of `model-technical-metadata-request`. */
export const validateModelTechnicalMetadataRequest: Validator<ModelTechnicalMetadataRequestMessage> = compileValidator(ModelTechnicalMetadataRequestMessageSchema);

/** Tells whether a value is a payload of `model-technical-metadata-request`, typed as it is read. */
export const isModelTechnicalMetadataRequest = validateModelTechnicalMetadataRequest.accepts;
