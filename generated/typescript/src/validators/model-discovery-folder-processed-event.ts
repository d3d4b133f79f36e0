// Generated from messages/discovery/model-discovery-folder-processed-event.yaml of the message catalog. Change it there.
import type { ModelDiscoveryFolderProcessedEventMessage } from '../messages/model-discovery-folder-processed-event.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { DiscoveredFileSchema } from './types/discovered-file.js';
import { FolderSignatureSchema } from './types/folder-signature.js';
import { FolderStatisticsSchema } from './types/folder-statistics.js';

/** The JSON Schema of `ModelDiscoveryFolderProcessedEventMessage`. */
export const ModelDiscoveryFolderProcessedEventMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    connectionId: { type: 'string' },
    folderPath: { type: 'string' },
    discoveredFiles: { type: 'array', items: { $ref: () => DiscoveredFileSchema } },
    folderSignature: { $ref: () => FolderSignatureSchema },
    processedAt: { type: 'string' },
    statistics: { $ref: () => FolderStatisticsSchema },
  },
};

/** Finds every problem of a payload of `model-discovery-folder-processed-event`. */
export const validateModelDiscoveryFolderProcessedEvent: Validator<ModelDiscoveryFolderProcessedEventMessage> = compileValidator(ModelDiscoveryFolderProcessedEventMessageSchema);

/** Tells whether a value is a payload of `model-discovery-folder-processed-event`, typed as it is read. */
export const isModelDiscoveryFolderProcessedEvent = validateModelDiscoveryFolderProcessedEvent.accepts;
