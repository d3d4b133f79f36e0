// Generated from messages/observability/user-engagement-event.yaml of the message catalog. Change it there.
import type { UserEngagementEventMessage } from '../messages/user-engagement-event.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `UserEngagementEventMessage`. */
export const UserEngagementEventMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    eventType: { type: 'string' },
    action: { type: 'string' },
    timestamp: { type: 'string', format: 'date-time' },
    userId: { type: 'string' },
    userEmail: { type: 'string' },
    userCreatedAt: { type: 'string' },
    userPlanTier: { type: 'string' },
    sessionId: { type: 'string' },
    requestId: { type: 'string' },
    actionDetails: {
      type: 'object',
      properties: {
        onboardingStep: { type: 'string' },
        modelId: { type: 'string' },
        modelStatus: { type: 'string' },
        modelCount: { type: 'integer' },
        marketplace: { type: 'string' },
        marketplaceListingId: { type: 'string' },
        marketplaceAction: { type: 'string' },
        previousPlanTier: { type: 'string' },
        newPlanTier: { type: 'string' },
        featureName: { type: 'string' },
        featureCategory: { type: 'string' },
        storageProvider: { type: 'string' },
        settingChanged: { type: 'string' },
      },
    },
    source: { type: 'string' },
    httpMethod: { type: 'string' },
    httpUrl: { type: 'string' },
    httpStatusCode: { type: 'integer' },
    durationMs: { type: 'number' },
    experimentId: { type: 'string' },
    experimentVariant: { type: 'string' },
    environment: { type: 'string' },
    clientInfo: {
      type: 'object',
      properties: {
        userAgent: { type: 'string' },
        platform: { type: 'string' },
        browser: { type: 'string' },
        browserVersion: { type: 'string' },
      },
    },
  },
  required: ['eventType', 'action', 'timestamp', 'userId'],
};

/** Finds every problem of a payload of `user-engagement-event`. */
export const validateUserEngagementEvent: Validator<UserEngagementEventMessage> = compileValidator(UserEngagementEventMessageSchema);

/** Tells whether a value is a payload of `user-engagement-event`, typed as it is read. */
export const isUserEngagementEvent = validateUserEngagementEvent.accepts;
