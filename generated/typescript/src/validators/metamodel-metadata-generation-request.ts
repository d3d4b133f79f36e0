// Generated from messages/metamodel/metamodel-metadata-generation-request.yaml of the message catalog. Change it there.
import type { MetamodelMetadataGenerationRequestMessage } from '../messages/metamodel-metadata-generation-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { StorageItemSchema } from './types/storage-item.js';

/** The JSON Schema of `MetamodelMetadataGenerationRequestMessage`. */
export const MetamodelMetadataGenerationRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    metamodelId: { type: 'string' },
    constituentModelIds: { type: 'array', items: { type: 'string' } },
    name: { type: 'string' },
    ownerId: { type: 'string' },
    libraryId: { type: 'string' },
    constituentModels: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          modelId: { type: 'string' },
          name: { type: 'string' },
          storageConnectionId: { type: 'string' },
          storageItems: { type: 'array', items: { $ref: () => StorageItemSchema } },
        },
      },
    },
    webhookUrl: { type: 'string', format: 'uri' },
  },
};

/** Finds every problem of a payload of `metamodel-metadata-generation-request`. */
export const validateMetamodelMetadataGenerationRequest: Validator<MetamodelMetadataGenerationRequestMessage> = compileValidator(MetamodelMetadataGenerationRequestMessageSchema);

/** Tells whether a value is a payload of `metamodel-metadata-generation-request`, typed as it is read. */
export const isMetamodelMetadataGenerationRequest = validateMetamodelMetadataGenerationRequest.accepts;
