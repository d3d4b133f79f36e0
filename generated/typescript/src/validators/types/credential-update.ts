// Generated from types/credential-update.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `CredentialUpdate`. */
export const CredentialUpdateSchema: SchemaObject = {
  type: 'object',
  properties: {
    newAccessToken: { type: 'string' },
    newRefreshToken: { type: 'string' },
    expiresIn: { type: 'number' },
  },
};
