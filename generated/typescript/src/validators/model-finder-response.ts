// Generated from messages/finder/model-finder-response.yaml of the message catalog. Change it there.
import type { ModelFinderResponseMessage } from '../messages/model-finder-response.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `ModelFinderResponseMessage`. */
export const ModelFinderResponseMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    requestId: { type: 'string' },
    results: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          modelId: { type: 'string' },
          similarity: { type: 'number' },
          metamodelIds: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};

/** Finds every problem of a payload of `model-finder-response`. */
export const validateModelFinderResponse: Validator<ModelFinderResponseMessage> = compileValidator(ModelFinderResponseMessageSchema);

/** Tells whether a value is a payload of `model-finder-response`, typed as it is read. */
export const isModelFinderResponse = validateModelFinderResponse.accepts;
