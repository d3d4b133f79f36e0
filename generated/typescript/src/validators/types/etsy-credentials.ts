// Generated from types/etsy-credentials.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `EtsyCredentials`. */
export const EtsyCredentialsSchema: SchemaObject = {
  type: 'object',
  properties: {
    apiKey: { type: 'string' },
    shopId: { type: 'string' },
    accessToken: { type: 'string' },
    refreshToken: { type: 'string' },
  },
};
