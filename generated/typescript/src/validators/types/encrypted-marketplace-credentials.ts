// Generated from types/encrypted-marketplace-credentials.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `EncryptedMarketplaceCredentials`. */
export const EncryptedMarketplaceCredentialsSchema: Schema = {
  type: 'object',
  properties: {
    accessToken: { type: 'string' },
    externalShopId: { type: 'string' },
  },
  required: ['accessToken'],
};
