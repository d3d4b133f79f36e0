// Generated from messages/marketplace/marketplace-credential-rotation-request.yaml of the message catalog. Change it there.
import type { MarketplaceCredentialRotationRequestMessage } from '../messages/marketplace-credential-rotation-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `MarketplaceCredentialRotationRequestMessage`. */
export const MarketplaceCredentialRotationRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    connectionId: { type: 'string' },
    marketplaceId: { type: 'string' },
    userId: { type: 'string' },
    rotationType: { type: 'string' },
    reason: { type: 'string' },
    urgency: { type: 'string' },
    currentCredentials: {
      type: 'object',
      properties: {
        tokenType: { type: 'string' },
        expiresAt: { type: 'string' },
        lastUsedAt: { type: 'string' },
        errorsSinceLastRotation: { type: 'integer' },
      },
    },
    options: {
      type: 'object',
      properties: {
        preserveOldToken: { type: 'boolean' },
        testNewCredentials: { type: 'boolean' },
        notifyUser: { type: 'boolean' },
        retryOnFailure: { type: 'boolean' },
        maxRetries: { type: 'integer' },
      },
    },
    requestId: { type: 'string' },
    webhookUrl: { type: 'string', format: 'uri' },
    scheduledAt: { type: 'string' },
    metadata: {
      type: 'object',
      properties: {
        source: { type: 'string' },
        originalError: {
          type: 'object',
          properties: {
            code: { type: 'string' },
            message: { type: 'string' },
            timestamp: { type: 'string' },
          },
        },
      },
    },
  },
};

/** Finds every problem of a payload of `marketplace-credential-rotation-request`. */
export const validateMarketplaceCredentialRotationRequest: Validator<MarketplaceCredentialRotationRequestMessage> = compileValidator(MarketplaceCredentialRotationRequestMessageSchema);

/** Tells whether a value is a payload of `marketplace-credential-rotation-request`, typed as it is read. */
export const isMarketplaceCredentialRotationRequest = validateMarketplaceCredentialRotationRequest.accepts;
