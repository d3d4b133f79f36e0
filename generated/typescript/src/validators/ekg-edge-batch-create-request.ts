// Generated from messages/ekg/ekg-edge-batch-create-request.yaml of the message catalog. Change it there.
import type { EkgEdgeBatchCreateRequestMessage } from '../messages/ekg-edge-batch-create-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { EkgEdgeSchema } from './types/ekg-edge.js';

/** The JSON Schema of `EkgEdgeBatchCreateRequestMessage`. */
export const EkgEdgeBatchCreateRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    requestId: { type: 'string' },
    source: { type: 'string' },
    edges: { type: 'array', items: { $ref: () => EkgEdgeSchema } },
    propagationOptions: {
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        maxDepth: { type: 'integer' },
        minBelief: { type: 'number' },
        discountFactor: { type: 'number' },
      },
    },
    webhookUrl: { type: 'string', format: 'uri' },
  },
  required: ['requestId', 'source', 'edges'],
};

/** Finds every problem of a payload of `ekg-edge-batch-create-request`. */
export const validateEkgEdgeBatchCreateRequest: Validator<EkgEdgeBatchCreateRequestMessage> = compileValidator(EkgEdgeBatchCreateRequestMessageSchema);

/** Tells whether a value is a payload of `ekg-edge-batch-create-request`, typed as it is read. */
export const isEkgEdgeBatchCreateRequest = validateEkgEdgeBatchCreateRequest.accepts;
