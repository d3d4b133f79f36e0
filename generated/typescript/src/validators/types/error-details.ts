// Generated from types/error-details.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `ErrorDetails`. */
export const ErrorDetailsSchema: SchemaObject = {
  type: 'object',
  properties: {
    code: { type: 'string' },
    message: { type: 'string' },
    details: { type: 'object', additionalProperties: {} },
  },
};
