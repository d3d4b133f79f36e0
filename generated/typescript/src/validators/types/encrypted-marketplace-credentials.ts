// Generated from types/encrypted-marketplace-credentials.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `EncryptedMarketplaceCredentials`. */
export const EncryptedMarketplaceCredentialsSchema: SchemaObject = {
  type: 'object',
  properties: {
    accessToken: { type: 'string' },
    externalShopId: { type: 'string' },
  },
  required: ['accessToken'],
};
