// Generated from messages/discovery/model-discovery-scan-progress-event.yaml of the message catalog. Change it there.
import type { ModelDiscoveryScanProgressEventMessage } from '../messages/model-discovery-scan-progress-event.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `ModelDiscoveryScanProgressEventMessage`. */
export const ModelDiscoveryScanProgressEventMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    payload: {
      type: 'object',
      properties: {
        jobId: { type: 'string' },
        storageConnectionId: { type: 'string' },
        status: { type: 'string' },
        message: { type: 'string' },
        progress: { type: 'number' },
        error: { type: 'string' },
      },
      required: [
        'jobId',
        'storageConnectionId',
        'status',
        'message',
        'progress',
      ],
    },
  },
};

/** Finds every problem of a payload of `model-discovery-scan-progress-event`. */
export const validateModelDiscoveryScanProgressEvent: Validator<ModelDiscoveryScanProgressEventMessage> = compileValidator(ModelDiscoveryScanProgressEventMessageSchema);

/** Tells whether a value is a payload of `model-discovery-scan-progress-event`, typed as it is read. */
export const isModelDiscoveryScanProgressEvent = validateModelDiscoveryScanProgressEvent.accepts;
