// Generated from messages/finder/model-finder-search-request.yaml of the message catalog. Change it there.
import type { ModelFinderSearchRequestMessage } from '../messages/model-finder-search-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `ModelFinderSearchRequestMessage`. */
export const ModelFinderSearchRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    referenceModelId: { type: 'string' },
    referenceImageId: { type: 'string' },
    limit: { type: 'integer' },
  },
};

/** Finds every problem of a payload of `model-finder-search-request`. */
export const validateModelFinderSearchRequest: Validator<ModelFinderSearchRequestMessage> = compileValidator(ModelFinderSearchRequestMessageSchema);

/** Tells whether a value is a payload of `model-finder-search-request`, typed as it is read. */
export const isModelFinderSearchRequest = validateModelFinderSearchRequest.accepts;
