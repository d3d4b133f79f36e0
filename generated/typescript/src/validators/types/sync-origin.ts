// Generated from types/sync-origin.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `SyncOrigin`. */
export const SyncOriginSchema: SchemaObject = {
  type: 'object',
  properties: { source: { type: 'string' }, retryCount: { type: 'integer' } },
};
