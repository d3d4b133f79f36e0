// Generated from messages/discovery/model-discovery-scan-request.yaml of the message catalog. Change it there.
import type { ModelDiscoveryScanRequestMessage } from '../messages/model-discovery-scan-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `ModelDiscoveryScanRequestMessage`. */
export const ModelDiscoveryScanRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    libraryId: { type: 'string' },
    storageConnectionId: { type: 'string' },
    providerType: { type: 'string' },
    path: { type: 'string' },
    credentials: { type: 'object', additionalProperties: {} },
    configuration: { type: 'object', additionalProperties: {} },
  },
};

/** Finds every problem of a payload of `model-discovery-scan-request`. */
export const validateModelDiscoveryScanRequest: Validator<ModelDiscoveryScanRequestMessage> = compileValidator(ModelDiscoveryScanRequestMessageSchema);

/** Tells whether a value is a payload of `model-discovery-scan-request`, typed as it is read. */
export const isModelDiscoveryScanRequest = validateModelDiscoveryScanRequest.accepts;
