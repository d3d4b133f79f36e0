// Generated from messages/observability/backend-logging-event.yaml of the message catalog. Change it there.
import type { BackendLoggingEventMessage } from '../messages/backend-logging-event.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `BackendLoggingEventMessage`. */
export const BackendLoggingEventMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    eventType: { type: 'string' },
    timestamp: { type: 'string', format: 'date-time' },
    level: { type: 'string' },
    message: { type: 'string' },
    context: { type: 'string' },
    requestId: { type: 'string' },
    userId: { type: 'string' },
    httpMethod: { type: 'string' },
    httpUrl: { type: 'string' },
    httpStatusCode: { type: 'integer' },
    errorType: { type: 'string' },
    errorStack: { type: 'string' },
    errorCode: { type: 'string' },
    metadata: {
      type: 'object',
      properties: {
        modelId: { type: 'string' },
        storageId: { type: 'string' },
        workerId: { type: 'string' },
        jobId: { type: 'string' },
        marketplace: { type: 'string' },
        operation: { type: 'string' },
      },
    },
    environment: { type: 'string' },
    serviceVersion: { type: 'string' },
    hostname: { type: 'string' },
    durationMs: { type: 'number' },
  },
  required: ['eventType', 'timestamp', 'level', 'message', 'context'],
};

/** Finds every problem of a payload of `backend-logging-event`. */
export const validateBackendLoggingEvent: Validator<BackendLoggingEventMessage> = compileValidator(BackendLoggingEventMessageSchema);

/** Tells whether a value is a payload of `backend-logging-event`, typed as it is read. */
export const isBackendLoggingEvent = validateBackendLoggingEvent.accepts;
