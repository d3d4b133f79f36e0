// Generated from messages/metamodel/model-metamodel-detection-found.yaml of the message catalog. Change it there.
import type { ModelMetamodelDetectionFoundMessage } from '../messages/model-metamodel-detection-found.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { EkgEdgeSchema } from './types/ekg-edge.js';

/** The JSON Schema of `ModelMetamodelDetectionFoundMessage`. */
export const ModelMetamodelDetectionFoundMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    metamodels: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          internalId: { type: 'string' },
          name: { type: 'string' },
          storageItemIds: { type: 'array', items: { type: 'string' } },
          childMetamodelIds: { type: 'array', items: { type: 'string' } },
          parentMetamodelId: { type: 'string' },
          confidenceScore: { type: 'number' },
          libraryId: { type: 'string' },
          mediaBatchId: { type: 'string' },
          metaModelType: { type: 'string' },
          metadata: {
            type: 'object',
            properties: {
              level: { type: 'integer' },
              sku: { type: 'string' },
              scale: { type: 'string' },
              creator: { type: 'string' },
              isVariant: { type: 'boolean' },
              partType: { type: 'string' },
              source: { type: 'string' },
              thingId: { type: 'string' },
              url: { type: 'string' },
              thumbnail: { type: 'string' },
              mediaUrls: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    url: { type: 'string' },
                    name: { type: 'string' },
                    type: { type: 'string' },
                    metadata: {
                      type: 'object',
                      properties: {
                        mediaType: { type: 'string' },
                        isPrimary: { type: 'boolean' },
                        width: { type: 'integer' },
                        height: { type: 'integer' },
                        thingId: { type: 'string' },
                        fileId: { type: 'string' },
                      },
                    },
                  },
                  required: ['url'],
                },
              },
            },
          },
        },
        required: ['internalId', 'name', 'confidenceScore', 'libraryId'],
      },
    },
    ekgEdges: { type: 'array', items: { $ref: () => EkgEdgeSchema } },
  },
  required: ['metamodels'],
};

/** Finds every problem of a payload of `model-metamodel-detection-found`. */
export const validateModelMetamodelDetectionFound: Validator<ModelMetamodelDetectionFoundMessage> = compileValidator(ModelMetamodelDetectionFoundMessageSchema);

/** Tells whether a value is a payload of `model-metamodel-detection-found`, typed as it is read. */
export const isModelMetamodelDetectionFound = validateModelMetamodelDetectionFound.accepts;
