// Generated from types/time-range.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `TimeRange`. */
export const TimeRangeSchema: SchemaObject = {
  type: 'object',
  properties: { startDate: { type: 'string' }, endDate: { type: 'string' } },
  required: ['startDate', 'endDate'],
};
