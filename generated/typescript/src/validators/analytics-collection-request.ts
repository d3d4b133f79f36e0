// Generated from messages/analytics/analytics-collection-request.yaml of the message catalog. Change it there.
import type { AnalyticsCollectionRequestMessage } from '../messages/analytics-collection-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `AnalyticsCollectionRequestMessage`. */
export const AnalyticsCollectionRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    marketplace: { type: 'string' },
    query: { type: 'string' },
    options: { type: 'object', properties: { pages: { type: 'integer' } } },
  },
  required: ['query'],
};

/** Finds every problem of a payload of `analytics-collection-request`. */
export const validateAnalyticsCollectionRequest: Validator<AnalyticsCollectionRequestMessage> = compileValidator(AnalyticsCollectionRequestMessageSchema);

/** Tells whether a value is a payload of `analytics-collection-request`, typed as it is read. */
export const isAnalyticsCollectionRequest = validateAnalyticsCollectionRequest.accepts;
