// Generated from messages/finder/model-finder-index-request.yaml of the message catalog. Change it there.
import type { ModelFinderIndexRequestMessage } from '../messages/model-finder-index-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { StorageItemSchema } from './types/storage-item.js';

/** The JSON Schema of `ModelFinderIndexRequestMessage`. */
export const ModelFinderIndexRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string' },
    storageItem: { $ref: () => StorageItemSchema },
  },
};

/** Finds every problem of a payload of `model-finder-index-request`. */
export const validateModelFinderIndexRequest: Validator<ModelFinderIndexRequestMessage> = compileValidator(ModelFinderIndexRequestMessageSchema);

/** Tells whether a value is a payload of `model-finder-index-request`, typed as it is read. */
export const isModelFinderIndexRequest = validateModelFinderIndexRequest.accepts;
