// Generated from types/base-listing-data.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `BaseListingData`. */
export const BaseListingDataSchema: SchemaObject = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    description: { type: 'string' },
    tags: { type: 'array', items: { type: 'string' } },
    taxonomyId: { type: 'integer' },
    whoMade: { type: 'string' },
    whenMade: { type: 'string' },
    isDigital: { type: 'boolean' },
    quantity: { type: 'integer' },
  },
  required: ['title', 'description', 'tags', 'taxonomyId'],
};
