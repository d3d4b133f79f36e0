// Generated from types/bounding-box.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `BoundingBox`. */
export const BoundingBoxSchema: Schema = {
  type: 'object',
  properties: {
    width: { type: 'number' },
    height: { type: 'number' },
    depth: { type: 'number' },
    originalUnit: { type: 'string' },
  },
};
