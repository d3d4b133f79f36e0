// Generated from types/job-timing.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `JobTiming`. */
export const JobTimingSchema: Schema = {
  type: 'object',
  properties: {
    queueWaitMs: { type: 'number' },
    processingMs: { type: 'number' },
    stages: { type: 'object', additionalProperties: { type: 'number' } },
  },
};
