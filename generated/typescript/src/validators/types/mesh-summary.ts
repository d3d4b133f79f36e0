// Generated from types/mesh-summary.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `MeshSummary`. */
export const MeshSummarySchema: SchemaObject = {
  type: 'object',
  properties: {
    vertices: { type: 'integer' },
    faces: { type: 'integer' },
    volumeMm3: { type: 'number' },
    dimensionsMm: { type: 'array', items: { type: 'number' } },
    isWatertight: { type: 'boolean' },
  },
};
