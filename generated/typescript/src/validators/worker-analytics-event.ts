// Generated from messages/observability/worker-analytics-event.yaml of the message catalog. Change it there.
import type { WorkerAnalyticsEventMessage } from '../messages/worker-analytics-event.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { JobTimingSchema } from './types/job-timing.js';

/** The JSON Schema of `WorkerAnalyticsEventMessage`. */
export const WorkerAnalyticsEventMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    eventType: { type: 'string' },
    workerId: { type: 'string' },
    jobId: { type: 'string' },
    timestamp: { type: 'string', format: 'date-time' },
    userId: { type: 'string' },
    modelId: { type: 'string' },
    metamodelId: { type: 'string' },
    storageItemId: { type: 'string' },
    status: { type: 'string' },
    errorCode: { type: 'string' },
    errorMessage: { type: 'string' },
    timing: { $ref: () => JobTimingSchema },
    metrics: { type: 'object', additionalProperties: {} },
  },
  required: ['eventType', 'workerId', 'jobId', 'timestamp'],
};

/** Finds every problem of a payload of `worker-analytics-event`. */
export const validateWorkerAnalyticsEvent: Validator<WorkerAnalyticsEventMessage> = compileValidator(WorkerAnalyticsEventMessageSchema);

/** Tells whether a value is a payload of `worker-analytics-event`, typed as it is read. */
export const isWorkerAnalyticsEvent = validateWorkerAnalyticsEvent.accepts;
