// Generated from messages/observability/worker-metrics-enriched-event.yaml of the message catalog. Change it there.
import type { WorkerMetricsEnrichedEventMessage } from '../messages/worker-metrics-enriched-event.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { JobTimingSchema } from './types/job-timing.js';

/** The JSON Schema of `WorkerMetricsEnrichedEventMessage`. */
export const WorkerMetricsEnrichedEventMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    eventType: { type: 'string' },
    workerId: { type: 'string' },
    jobId: { type: 'string' },
    timestamp: { type: 'string', format: 'date-time' },
    status: { type: 'string' },
    userId: { type: 'string' },
    tenantId: { type: 'string' },
    sessionId: { type: 'string' },
    requestId: { type: 'string' },
    modelId: { type: 'string' },
    metamodelId: { type: 'string' },
    storageItemId: { type: 'string' },
    timing: { $ref: () => JobTimingSchema },
    llmUsage: {
      type: 'object',
      properties: {
        provider: { type: 'string' },
        model: { type: 'string' },
        tokensPrompt: { type: 'integer' },
        tokensCompletion: { type: 'integer' },
        tokensTotal: { type: 'integer' },
        costPerPromptToken: { type: 'number' },
        costPerCompletionToken: { type: 'number' },
        totalCostUsd: { type: 'number' },
        cacheHit: { type: 'boolean' },
        retries: { type: 'integer' },
        fallbackUsed: { type: 'boolean' },
        modelLatencyMs: { type: 'number' },
      },
    },
    resources: {
      type: 'object',
      properties: {
        cpu: {
          type: 'object',
          properties: {
            peakPercent: { type: 'number' },
            avgPercent: { type: 'number' },
            systemTimeMs: { type: 'number' },
            userTimeMs: { type: 'number' },
          },
        },
        memory: {
          type: 'object',
          properties: {
            peakMb: { type: 'number' },
            avgMb: { type: 'number' },
            startMb: { type: 'number' },
            endMb: { type: 'number' },
            leakDetected: { type: 'boolean' },
          },
        },
        disk: {
          type: 'object',
          properties: {
            bytesRead: { type: 'integer' },
            bytesWritten: { type: 'integer' },
            opsRead: { type: 'integer' },
            opsWrite: { type: 'integer' },
          },
        },
        network: {
          type: 'object',
          properties: {
            bytesReceived: { type: 'integer' },
            bytesSent: { type: 'integer' },
            apiCallsCount: { type: 'integer' },
            avgLatencyMs: { type: 'number' },
          },
        },
      },
    },
    workerMetrics: { type: 'object', additionalProperties: {} },
    error: {
      type: 'object',
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        category: { type: 'string' },
      },
    },
    environment: { type: 'string' },
    region: { type: 'string' },
    workerVersion: { type: 'string' },
    hostname: { type: 'string' },
  },
  required: ['eventType', 'workerId', 'jobId', 'timestamp', 'status'],
};

/** Finds every problem of a payload of `worker-metrics-enriched-event`. */
export const validateWorkerMetricsEnrichedEvent: Validator<WorkerMetricsEnrichedEventMessage> = compileValidator(WorkerMetricsEnrichedEventMessageSchema);

/** Tells whether a value is a payload of `worker-metrics-enriched-event`, typed as it is read. */
export const isWorkerMetricsEnrichedEvent = validateWorkerMetricsEnrichedEvent.accepts;
