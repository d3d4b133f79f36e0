// Generated from types/material-variant.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `MaterialVariant`. */
export const MaterialVariantSchema: SchemaObject = {
  type: 'object',
  properties: {
    materialName: { type: 'string' },
    price: { type: 'number' },
    sku: { type: 'string' },
    currency: { type: 'string' },
  },
  required: ['materialName', 'price'],
};
