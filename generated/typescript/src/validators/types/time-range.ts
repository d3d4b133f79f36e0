// Generated from types/time-range.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `TimeRange`. */
export const TimeRangeSchema: Schema = {
  type: 'object',
  properties: { startDate: { type: 'string' }, endDate: { type: 'string' } },
  required: ['startDate', 'endDate'],
};
