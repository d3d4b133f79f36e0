// Generated from messages/model/model-technical-metadata-completed.yaml of the message catalog. Change it there.
import type { ModelTechnicalMetadataCompletedMessage } from '../messages/model-technical-metadata-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { BoundingBoxSchema } from './types/bounding-box.js';

/** The JSON Schema of `ModelTechnicalMetadataCompletedMessage`. */
export const ModelTechnicalMetadataCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    originalJobId: { type: 'string' },
    modelId: { type: 'string' },
    status: { type: 'string' },
    vertices: { type: 'integer' },
    faces: { type: 'integer' },
    edges: { type: 'integer' },
    detailLevel: { type: 'string' },
    boundingBox: { $ref: () => BoundingBoxSchema },
    volumeCubicMm: { type: 'number' },
    surfaceAreaSqMm: { type: 'number' },
    minWallThickness: { type: 'number' },
    maxWallThickness: { type: 'number' },
    manifold: { type: 'boolean' },
    nonManifoldEdges: { type: 'integer' },
    holes: { type: 'integer' },
    flippedNormals: { type: 'integer' },
    selfIntersections: { type: 'integer' },
    qualityScore: { type: 'number', minimum: 0, maximum: 100 },
    printabilityScore: { type: 'number', minimum: 0, maximum: 100 },
    requiresSupports: { type: 'boolean' },
    overhangs: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          angle: { type: 'number' },
          area: { type: 'number' },
          location: { type: 'string' },
        },
      },
    },
    estimatedPrintTimeMinutes: { type: 'integer' },
    printTimeEstimates: {
      type: 'object',
      properties: {
        draft: { type: 'number' },
        normal: { type: 'number' },
        highQuality: { type: 'number' },
      },
    },
    estimatedMaterialGrams: { type: 'number' },
    materialEstimates: {
      type: 'object',
      properties: {
        infill10: { type: 'number' },
        infill20: { type: 'number' },
        infill50: { type: 'number' },
        infill100: { type: 'number' },
      },
    },
    recommendedOrientation: {
      type: 'object',
      properties: {
        rotationX: { type: 'number' },
        rotationY: { type: 'number' },
        rotationZ: { type: 'number' },
        reasoning: { type: 'string' },
      },
    },
    originalUnit: { type: 'string' },
    formatVersion: { type: 'string' },
    hasColorData: { type: 'boolean' },
    hasTextureCoordinates: { type: 'boolean' },
    hasVertexNormals: { type: 'boolean' },
    analyzedBy: { type: 'string' },
    analysisVersion: { type: 'string' },
    analysisConfidence: { type: 'number', minimum: 0, maximum: 1 },
    analysisWarnings: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          code: { type: 'string' },
          message: { type: 'string' },
          severity: { type: 'string' },
        },
      },
    },
    analyzedAt: { type: 'string', format: 'date-time' },
    errorMessage: { type: 'string' },
    errorCode: { type: 'string' },
  },
};

/** Finds every problem of a payload of `model-technical-metadata-completed`. */
export const validateModelTechnicalMetadataCompleted: Validator<ModelTechnicalMetadataCompletedMessage> = compileValidator(ModelTechnicalMetadataCompletedMessageSchema);

/** Tells whether a value is a payload of `model-technical-metadata-completed`, typed as it is read. */
export const isModelTechnicalMetadataCompleted = validateModelTechnicalMetadataCompleted.accepts;
