// Generated from messages/ekg/ekg-edge-batch-create-completed.yaml of the message catalog. Change it there.
import type { EkgEdgeBatchCreateCompletedMessage } from '../messages/ekg-edge-batch-create-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `EkgEdgeBatchCreateCompletedMessage`. */
export const EkgEdgeBatchCreateCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    requestId: { type: 'string' },
    success: { type: 'boolean' },
    statistics: {
      type: 'object',
      properties: {
        edgesRequested: { type: 'integer' },
        edgesCreated: { type: 'integer' },
        edgesUpdated: { type: 'integer' },
        edgesFailed: { type: 'integer' },
        edgesPropagated: { type: 'integer' },
        durationMs: { type: 'number' },
      },
    },
    conflicts: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          sourceMetamodelId: { type: 'string' },
          targetId: { type: 'string' },
          targetType: { type: 'string' },
          conflict: { type: 'number' },
          reason: { type: 'string' },
        },
      },
    },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          sourceMetamodelId: { type: 'string' },
          targetId: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
    graphMetrics: {
      type: 'object',
      properties: {
        totalNodes: { type: 'integer' },
        totalEdges: { type: 'integer' },
        averageDegree: { type: 'number' },
        density: { type: 'number' },
      },
    },
  },
  required: ['requestId', 'success', 'statistics'],
};

/** Finds every problem of a payload of `ekg-edge-batch-create-completed`. */
export const validateEkgEdgeBatchCreateCompleted: Validator<EkgEdgeBatchCreateCompletedMessage> = compileValidator(EkgEdgeBatchCreateCompletedMessageSchema);

/** Tells whether a value is a payload of `ekg-edge-batch-create-completed`, typed as it is read. */
export const isEkgEdgeBatchCreateCompleted = validateEkgEdgeBatchCreateCompleted.accepts;
