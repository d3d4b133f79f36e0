// Generated from messages/metamodel/metamodel-metadata-generation-completed.yaml of the message catalog. Change it there.
import type { MetamodelMetadataGenerationCompletedMessage } from '../messages/metamodel-metadata-generation-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { BoundingBoxSchema } from './types/bounding-box.js';

/** The JSON Schema of `MetamodelMetadataGenerationCompletedMessage`. */
export const MetamodelMetadataGenerationCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    metamodelId: { type: 'string' },
    metadata: {
      type: 'object',
      properties: {
        classification: {
          type: 'object',
          properties: {
            primary_category: { type: 'string' },
            sub_category: { type: 'string' },
            confidence: { type: 'number' },
            reasoning: { type: 'array', items: { type: 'string' } },
          },
        },
        printTechnology: {
          type: 'object',
          properties: {
            recommended: { type: 'string' },
            confidence: { type: 'number' },
            reasoning: { type: 'array', items: { type: 'string' } },
            constituentsAnalysis: {
              type: 'object',
              properties: {
                fdmCompatible: { type: 'integer' },
                resinRequired: { type: 'integer' },
                totalParts: { type: 'integer' },
              },
            },
          },
        },
        franchise: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            universe: { type: 'string' },
            confidence: { type: 'number' },
            licensingInfo: { type: 'string' },
          },
        },
        tagDataJson: {
          type: 'object',
          properties: {
            style: { type: 'array', items: { type: 'string' } },
            technical: { type: 'array', items: { type: 'string' } },
            source: { type: 'array', items: { type: 'string' } },
            quality: { type: 'array', items: { type: 'string' } },
            scale: { type: 'array', items: { type: 'string' } },
            usage: { type: 'array', items: { type: 'string' } },
            custom: { type: 'array', items: { type: 'string' } },
          },
        },
        assemblyMetadata: {
          type: 'object',
          properties: {
            totalParts: { type: 'integer' },
            complexity: { type: 'string' },
            estimatedAssemblyTime: { type: 'number' },
            requiresGlue: { type: 'boolean' },
            requiresPainting: { type: 'boolean' },
            requiresSupports: { type: 'boolean' },
            instructions: {
              type: 'object',
              properties: {
                url: { type: 'string' },
                embedded: { type: 'string' },
              },
            },
          },
        },
        aiGenerationMetadata: {
          type: 'object',
          properties: {
            workerVersion: { type: 'string' },
            ollamaModels: { type: 'array', items: { type: 'string' } },
            totalResponses: { type: 'integer' },
            processingTimeSeconds: { type: 'number' },
            promptTokens: { type: 'integer' },
            completionTokens: { type: 'integer' },
            generatedAt: { type: 'string' },
          },
        },
        generatedDescription: { type: 'string' },
        pricing: { type: 'object', additionalProperties: {} },
        marketplaceListingsJson: { type: 'object', additionalProperties: {} },
      },
      required: [
        'classification',
        'printTechnology',
        'franchise',
        'tagDataJson',
        'assemblyMetadata',
        'aiGenerationMetadata',
        'generatedDescription',
        'pricing',
        'marketplaceListingsJson',
      ],
    },
    technicalMetadata: {
      type: 'object',
      properties: {
        totalVertices: { type: 'integer' },
        totalFaces: { type: 'integer' },
        totalEdges: { type: 'integer' },
        averageDetailLevel: { type: 'string' },
        assembledBoundingBox: { $ref: () => BoundingBoxSchema },
        totalVolumeCubicMm: { type: 'number' },
        totalSurfaceAreaSqMm: { type: 'number' },
        allPartsManifold: { type: 'boolean' },
        lowestQualityScore: { type: 'number' },
        lowestPrintabilityScore: { type: 'number' },
        partsRequiringRepair: { type: 'integer' },
        partsWithThinWalls: { type: 'integer' },
        constituentModels: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              modelId: { type: 'string' },
              name: { type: 'string' },
              orderIndex: { type: 'integer' },
              purpose: { type: 'string' },
              isOptional: { type: 'boolean' },
            },
          },
        },
        validationStatus: {
          type: 'object',
          properties: {
            allPartsPresent: { type: 'boolean' },
            allPartsAnalyzed: { type: 'boolean' },
            assemblyInstructionsComplete: { type: 'boolean' },
            minimumQualityMet: { type: 'boolean' },
            readyForMarketplace: { type: 'boolean' },
          },
        },
        analyzedAt: { type: 'string' },
        analysisVersion: { type: 'string' },
      },
      required: [
        'totalVertices',
        'totalFaces',
        'totalEdges',
        'averageDetailLevel',
        'assembledBoundingBox',
        'totalVolumeCubicMm',
        'totalSurfaceAreaSqMm',
        'allPartsManifold',
        'lowestQualityScore',
        'lowestPrintabilityScore',
        'partsRequiringRepair',
        'partsWithThinWalls',
        'constituentModels',
        'validationStatus',
        'analyzedAt',
        'analysisVersion',
      ],
    },
  },
  required: ['metamodelId', 'metadata', 'technicalMetadata'],
};

/** Finds every problem of a payload of `metamodel-metadata-generation-completed`. */
export const validateMetamodelMetadataGenerationCompleted: Validator<MetamodelMetadataGenerationCompletedMessage> = compileValidator(MetamodelMetadataGenerationCompletedMessageSchema);

/** Tells whether a value is a payload of `metamodel-metadata-generation-completed`, typed as it is read. */
export const isMetamodelMetadataGenerationCompleted = validateMetamodelMetadataGenerationCompleted.accepts;
