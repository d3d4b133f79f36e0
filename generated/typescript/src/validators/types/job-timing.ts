// Generated from types/job-timing.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `JobTiming`. */
export const JobTimingSchema: SchemaObject = {
  type: 'object',
  properties: {
    queueWaitMs: { type: 'number' },
    processingMs: { type: 'number' },
    stages: { type: 'object', additionalProperties: { type: 'number' } },
  },
};
