// Generated from messages/metamodel/model-metamodel-detection-request.yaml of the message catalog. Change it there.
import type { ModelMetamodelDetectionRequestMessage } from '../messages/model-metamodel-detection-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { DiscoveredFileSchema } from './types/discovered-file.js';
import { FolderSignatureSchema } from './types/folder-signature.js';
import { FolderStatisticsSchema } from './types/folder-statistics.js';

/** The JSON Schema of `ModelMetamodelDetectionRequestMessage`. */
export const ModelMetamodelDetectionRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    connectionId: { type: 'string' },
    folderPath: { type: 'string' },
    discoveredFiles: { type: 'array', items: { $ref: () => DiscoveredFileSchema } },
    manifestUrl: { type: 'string', format: 'uri' },
    folderSignature: { $ref: () => FolderSignatureSchema },
    processedAt: { type: 'string' },
    statistics: { $ref: () => FolderStatisticsSchema },
  },
  required: [
    'connectionId',
    'folderPath',
    'folderSignature',
    'processedAt',
    'statistics',
  ],
};

/** Finds every problem of a payload of `model-metamodel-detection-request`. */
export const validateModelMetamodelDetectionRequest: Validator<ModelMetamodelDetectionRequestMessage> = compileValidator(ModelMetamodelDetectionRequestMessageSchema);

/** Tells whether a value is a payload of `model-metamodel-detection-request`, typed as it is read. */
export const isModelMetamodelDetectionRequest = validateModelMetamodelDetectionRequest.accepts;
