// Generated from messages/marketplace/marketplace-credential-rotation-completed.yaml of the message catalog. Change it there.
import type { MarketplaceCredentialRotationCompletedMessage } from '../messages/marketplace-credential-rotation-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { RetryableErrorSchema } from './types/retryable-error.js';

/** The JSON Schema of `MarketplaceCredentialRotationCompletedMessage`. */
export const MarketplaceCredentialRotationCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    requestId: { type: 'string' },
    connectionId: { type: 'string' },
    marketplaceId: { type: 'string' },
    userId: { type: 'string' },
    status: { type: 'string' },
    rotationType: { type: 'string' },
    reason: { type: 'string' },
    newCredentials: {
      type: 'object',
      properties: {
        tokenType: { type: 'string' },
        createdAt: { type: 'string' },
        expiresAt: { type: 'string' },
        scope: { type: 'array', items: { type: 'string' } },
        testResult: {
          type: 'object',
          properties: {
            tested: { type: 'boolean' },
            success: { type: 'boolean' },
            testedAt: { type: 'string' },
            testError: { type: 'string' },
          },
        },
      },
    },
    oldCredentials: {
      type: 'object',
      properties: {
        revoked: { type: 'boolean' },
        revokedAt: { type: 'string' },
        preservedUntil: { type: 'string' },
      },
    },
    operationDetails: {
      type: 'object',
      properties: {
        duration: { type: 'number' },
        attempts: { type: 'integer' },
        method: { type: 'string' },
        completedAt: { type: 'string' },
      },
    },
    connectionStatus: {
      type: 'object',
      properties: {
        status: { type: 'string' },
        lastTest: {
          type: 'object',
          properties: {
            success: { type: 'boolean' },
            timestamp: { type: 'string' },
            error: { type: 'string' },
          },
        },
        permissions: { type: 'array', items: { type: 'string' } },
      },
    },
    nextRotation: {
      type: 'object',
      properties: {
        scheduledAt: { type: 'string' },
        reason: { type: 'string' },
        reminderAt: { type: 'string' },
      },
    },
    error: {
      allOf: [
        { $ref: () => RetryableErrorSchema },
        {
          type: 'object',
          properties: { nextRetryAt: { type: 'string' } },
        },
      ],
    },
    notifications: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          type: { type: 'string' },
          recipient: { type: 'string' },
          status: { type: 'string' },
          sentAt: { type: 'string' },
        },
      },
    },
  },
};

/** Finds every problem of a payload of `marketplace-credential-rotation-completed`. */
export const validateMarketplaceCredentialRotationCompleted: Validator<MarketplaceCredentialRotationCompletedMessage> = compileValidator(MarketplaceCredentialRotationCompletedMessageSchema);

/** Tells whether a value is a payload of `marketplace-credential-rotation-completed`, typed as it is read. */
export const isMarketplaceCredentialRotationCompleted = validateMarketplaceCredentialRotationCompleted.accepts;
