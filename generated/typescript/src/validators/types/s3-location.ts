// Generated from types/s3-location.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `S3Location`. */
export const S3LocationSchema: SchemaObject = {
  type: 'object',
  properties: {
    bucket: { type: 'string' },
    key: { type: 'string' },
    versionId: { type: 'string' },
  },
  required: ['bucket', 'key'],
};
