// Generated from types/sync-error.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `SyncError`. */
export const SyncErrorSchema: SchemaObject = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    message: { type: 'string' },
    timestamp: { type: 'string' },
  },
};
