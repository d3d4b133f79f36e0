// Generated from messages/discovery/model-discovery-scan-found-event.yaml of the message catalog. Change it there.
import type { ModelDiscoveryScanFoundEventMessage } from '../messages/model-discovery-scan-found-event.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `ModelDiscoveryScanFoundEventMessage`. */
export const ModelDiscoveryScanFoundEventMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string' },
    name: { type: 'string' },
    fileName: { type: 'string' },
    description: { type: 'string' },
    fileTypes: { type: 'array', items: { type: 'string' } },
    size: { type: 'number' },
    storageLocation: {
      type: 'object',
      properties: {
        storageConnectionId: { type: 'string' },
        path: { type: 'string' },
        libraryId: { type: 'string' },
        ownerId: { type: 'string' },
      },
      required: ['storageConnectionId', 'path', 'libraryId', 'ownerId'],
    },
    providerType: { type: 'string' },
    metadata: { type: 'object', additionalProperties: {} },
  },
};

/** Finds every problem of a payload of `model-discovery-scan-found-event`. */
export const validateModelDiscoveryScanFoundEvent: Validator<ModelDiscoveryScanFoundEventMessage> = compileValidator(ModelDiscoveryScanFoundEventMessageSchema);

/** Tells whether a value is a payload of `model-discovery-scan-found-event`, typed as it is read. */
export const isModelDiscoveryScanFoundEvent = validateModelDiscoveryScanFoundEvent.accepts;
