// Generated from types/bounding-box.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `BoundingBox`. */
export const BoundingBoxSchema: SchemaObject = {
  type: 'object',
  properties: {
    width: { type: 'number' },
    height: { type: 'number' },
    depth: { type: 'number' },
    originalUnit: { type: 'string' },
  },
};
