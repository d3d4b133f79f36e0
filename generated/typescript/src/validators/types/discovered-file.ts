// Generated from types/discovered-file.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `DiscoveredFile`. */
export const DiscoveredFileSchema: SchemaObject = {
  type: 'object',
  properties: {
    path: { type: 'string' },
    name: { type: 'string' },
    size: { type: 'integer' },
    modifiedAt: { type: 'string' },
  },
  required: ['path', 'name', 'size', 'modifiedAt'],
};
