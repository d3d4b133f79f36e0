// Generated from types/material-variant.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `MaterialVariant`. */
export const MaterialVariantSchema: Schema = {
  type: 'object',
  properties: {
    materialName: { type: 'string' },
    price: { type: 'number' },
    sku: { type: 'string' },
    currency: { type: 'string' },
  },
  required: ['materialName', 'price'],
};
