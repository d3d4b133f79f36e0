// Generated from types/encrypted-etsy-credentials.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `EncryptedEtsyCredentials`. */
export const EncryptedEtsyCredentialsSchema: Schema = {
  type: 'object',
  properties: { accessToken: { type: 'string' }, shopId: { type: 'string' } },
  required: ['accessToken', 'shopId'],
};
