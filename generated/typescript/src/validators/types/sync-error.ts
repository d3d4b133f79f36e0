// Generated from types/sync-error.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `SyncError`. */
export const SyncErrorSchema: Schema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    message: { type: 'string' },
    timestamp: { type: 'string' },
  },
};
