// Generated from messages/model/model-semantic-analysis-request.yaml of the message catalog. Change it there.
import type { ModelSemanticAnalysisRequestMessage } from '../messages/model-semantic-analysis-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `ModelSemanticAnalysisRequestMessage`. */
export const ModelSemanticAnalysisRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string' },
    userId: { type: 'string' },
    storageConnectionId: { type: 'string' },
    filePath: { type: 'string' },
    fileName: { type: 'string' },
    fileSize: { type: 'number' },
    storageProviderType: { type: 'string' },
    processingOptions: {
      type: 'object',
      properties: {
        pointCloudSize: { type: 'integer' },
        similarityThreshold: { type: 'number' },
        similarityK: { type: 'integer' },
        enableDuplicateDetection: { type: 'boolean' },
        generateThumbnail: { type: 'boolean' },
      },
    },
    priority: { type: 'number', minimum: 1, maximum: 10 },
    webhookUrl: { type: 'string', format: 'uri' },
    retryCount: { type: 'number' },
  },
};

/** Finds every problem of a payload of `model-semantic-analysis-request`. */
export const validateModelSemanticAnalysisRequest: Validator<ModelSemanticAnalysisRequestMessage> = compileValidator(ModelSemanticAnalysisRequestMessageSchema);

/** Tells whether a value is a payload of `model-semantic-analysis-request`, typed as it is read. */
export const isModelSemanticAnalysisRequest = validateModelSemanticAnalysisRequest.accepts;
