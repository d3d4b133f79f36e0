// Generated from types/encrypted-etsy-credentials.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `EncryptedEtsyCredentials`. */
export const EncryptedEtsyCredentialsSchema: SchemaObject = {
  type: 'object',
  properties: { accessToken: { type: 'string' }, shopId: { type: 'string' } },
  required: ['accessToken', 'shopId'],
};
