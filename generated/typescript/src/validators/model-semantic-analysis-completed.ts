// Generated from messages/model/model-semantic-analysis-completed.yaml of the message catalog. Change it there.
import type { ModelSemanticAnalysisCompletedMessage } from '../messages/model-semantic-analysis-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `ModelSemanticAnalysisCompletedMessage`. */
export const ModelSemanticAnalysisCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string' },
    userId: { type: 'string' },
    processingStatus: { type: 'string' },
    semanticMetadata: {
      type: 'object',
      properties: {
        semanticTags: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              tagName: { type: 'string' },
              confidence: { type: 'number' },
              category: { type: 'string' },
            },
          },
        },
        embedding: { type: 'array', items: { type: 'number' } },
        similarModels: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              modelId: { type: 'string' },
              similarity: { type: 'number' },
              metadata: { type: 'object', additionalProperties: {} },
            },
          },
        },
        geometricFeatures: {
          type: 'object',
          properties: {
            vertexCount: { type: 'integer' },
            faceCount: { type: 'integer' },
            volume: { type: 'number' },
            surfaceArea: { type: 'number' },
            boundingBox: {
              type: 'object',
              properties: {
                width: { type: 'number' },
                height: { type: 'number' },
                depth: { type: 'number' },
              },
            },
            isWatertight: { type: 'boolean' },
            hasTextureCoords: { type: 'boolean' },
            complexity: { type: 'string' },
          },
        },
      },
    },
    processingTime: {
      type: 'object',
      properties: {
        totalTimeMs: { type: 'number' },
        geometryTimeMs: { type: 'number' },
        neuralTimeMs: { type: 'number' },
        searchTimeMs: { type: 'number' },
      },
    },
    qualityMetrics: {
      type: 'object',
      properties: {
        overallConfidence: { type: 'number' },
        tagCount: { type: 'integer' },
        duplicateDetected: { type: 'boolean' },
        knowledgeBaseUpdated: { type: 'boolean' },
      },
    },
    error: {
      type: 'object',
      properties: {
        message: { type: 'string' },
        category: { type: 'string' },
        retryable: { type: 'boolean' },
        technicalDetails: { type: 'string' },
      },
    },
    debugInfo: {
      type: 'object',
      properties: {
        workerVersion: { type: 'string' },
        processingNode: { type: 'string' },
        gpuUsed: { type: 'boolean' },
        memoryUsageMb: { type: 'number' },
      },
    },
  },
};

/** Finds every problem of a payload of `model-semantic-analysis-completed`. */
export const validateModelSemanticAnalysisCompleted: Validator<ModelSemanticAnalysisCompletedMessage> = compileValidator(ModelSemanticAnalysisCompletedMessageSchema);

/** Tells whether a value is a payload of `model-semantic-analysis-completed`, typed as it is read. */
export const isModelSemanticAnalysisCompleted = validateModelSemanticAnalysisCompleted.accepts;
