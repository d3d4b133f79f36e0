// Generated from types/content-generation-metadata.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `ContentGenerationMetadata`. */
export const ContentGenerationMetadataSchema: SchemaObject = {
  type: 'object',
  properties: {
    source: { type: 'string' },
    generatedAt: { type: 'string' },
    aiModel: { type: 'string' },
    confidence: { type: 'number' },
  },
  required: ['source', 'generatedAt', 'aiModel', 'confidence'],
};
