// Generated from types/retryable-error.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';
import { ErrorDetailsSchema } from './error-details.js';

/** The JSON Schema of `RetryableError`. */
export const RetryableErrorSchema: SchemaObject = {
  allOf: [
    { $ref: () => ErrorDetailsSchema },
    { type: 'object', properties: { retryable: { type: 'boolean' } } },
  ],
};
