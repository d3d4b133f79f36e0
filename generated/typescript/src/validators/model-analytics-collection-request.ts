// Generated from messages/analytics/model-analytics-collection-request.yaml of the message catalog. Change it there.
import type { ModelAnalyticsCollectionRequestMessage } from '../messages/model-analytics-collection-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `ModelAnalyticsCollectionRequestMessage`. */
export const ModelAnalyticsCollectionRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    metamodelId: { type: 'string' },
    ownerId: { type: 'string' },
    primaryCategory: { type: 'string' },
    subCategory: { type: 'string' },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 10 },
    franchise: { type: 'string' },
    confidence: { type: 'number' },
    priority: { type: 'string' },
    triggeredBy: { type: 'string' },
    triggeredAt: { type: 'string' },
  },
  required: ['metamodelId', 'ownerId'],
};

/** Finds every problem of a payload of `model-analytics-collection-request`. */
export const validateModelAnalyticsCollectionRequest: Validator<ModelAnalyticsCollectionRequestMessage> = compileValidator(ModelAnalyticsCollectionRequestMessageSchema);

/** Tells whether a value is a payload of `model-analytics-collection-request`, typed as it is read. */
export const isModelAnalyticsCollectionRequest = validateModelAnalyticsCollectionRequest.accepts;
