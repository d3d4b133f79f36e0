// Generated from types/ekg-edge.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `EkgEdge`. */
export const EkgEdgeSchema: SchemaObject = {
  type: 'object',
  properties: {
    sourceMetamodelId: { type: 'string' },
    targetId: { type: 'string' },
    targetType: { type: 'string' },
    massFunction: {
      type: 'object',
      properties: {
        related: { type: 'number' },
        unrelated: { type: 'number' },
        uncertainty: { type: 'number' },
      },
    },
    heuristicContributions: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: { type: 'string' }, belief: { type: 'number' } },
      },
    },
    louvainMetadata: {
      type: 'object',
      properties: {
        communityId: { type: 'string' },
        modularity: { type: 'number' },
        edgeWeight: { type: 'number' },
      },
    },
  },
  required: ['sourceMetamodelId', 'massFunction'],
};
