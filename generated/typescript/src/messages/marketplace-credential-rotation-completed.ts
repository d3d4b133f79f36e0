// Generated from messages/marketplace/marketplace-credential-rotation-completed.yaml of the message catalog. Change it there.
import type { RetryableError } from '../types/retryable-error.js';

/**
 * Reports whether a marketplace connection has new credentials, and what became of the old ones.
 *
 * Workers send it at the end of a `marketplace-credential-rotation-request`; `requestId` tells
 * which one. The message describes credentials without containing them.
 *
 * Look at `newCredentials.testResult` and `connectionStatus` to learn whether the connection works,
 * and at `nextRotation` for when to rotate again. When the rotation failed, `error` says why and
 * whether to retry.
 */
export interface MarketplaceCredentialRotationCompletedMessage {
  /**
   * Rotation that this message reports on, as given in `marketplace-credential-rotation-request`.
   */
  requestId?: string | undefined;
  /** Marketplace connection of the rotation. */
  connectionId?: string | undefined;
  /**
   * Marketplace that the connection leads to, as given in the request. Known values: `etsy`,
   * `ebay`; others are accepted.
   */
  marketplaceId?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /** Mesh-Sync user whose account it is. */
  userId?: string | undefined;
  /** How the rotation as a whole ended. When it failed, `error` has the reason. */
  status?: string | undefined;
  /** What was rotated and how, as given in the request. */
  rotationType?: string | undefined;
  /** Why the rotation was needed, as given in the request. */
  reason?: string | undefined;
  /** What is known about the new credentials. Facts about them only, not the secrets. */
  newCredentials?: {
    /** Kind of credentials, for example OAuth tokens or an API key. */
    tokenType?: string | undefined;
    /** Time at which the new credentials were issued, in ISO 8601. */
    createdAt?: string | undefined;
    /** Time at which the new credentials expire, in ISO 8601. */
    expiresAt?: string | undefined;
    /** What the new credentials permit. Each item: One OAuth scope, as the marketplace names it. */
    scope?: string[] | undefined;
    /** How trying out the new credentials went, as asked for by `options.testNewCredentials`. */
    testResult?: {
      /** True when the new credentials were tried out. Otherwise nothing else here counts. */
      tested?: boolean | undefined;
      /** True when the marketplace accepted the new credentials. */
      success?: boolean | undefined;
      /** Time at which they were tried out, in ISO 8601. */
      testedAt?: string | undefined;
      /** Why the test failed, in words for people. Absent when it succeeded. */
      testError?: string | undefined;
    } | undefined;
  } | undefined;
  /** What became of the old credentials. */
  oldCredentials?: {
    /** True when the old credentials have been revoked and no longer work. */
    revoked?: boolean | undefined;
    /** Time at which the old credentials were revoked, in ISO 8601. */
    revokedAt?: string | undefined;
    /**
     * Time until which the old credentials are kept, in ISO 8601. See `options.preserveOldToken` of
     * the request.
     */
    preservedUntil?: string | undefined;
  } | undefined;
  /** How the rotation was carried out. */
  operationDetails?: {
    /** How long the rotation took. No unit is documented. */
    duration?: number | undefined;
    /** How many attempts it took. Integer. */
    attempts?: number | undefined;
    /** Way in which the new credentials were obtained, as a label. */
    method?: string | undefined;
    /** Time at which the rotation ended, in ISO 8601. */
    completedAt?: string | undefined;
  } | undefined;
  /** State of the connection afterwards. */
  connectionStatus?: {
    /** Whether the connection can be used, as a label. */
    status?: string | undefined;
    /** Latest test of the connection. */
    lastTest?: {
      /** True when the connection worked. */
      success?: boolean | undefined;
      /** Time of the test, in ISO 8601. */
      timestamp?: string | undefined;
      /** Why the connection did not work, in words for people. Absent when it did. */
      error?: string | undefined;
    } | undefined;
    /**
     * What the connection is now allowed to do on the marketplace. Each item: One permission, as
     * the marketplace names it.
     */
    permissions?: string[] | undefined;
  } | undefined;
  /** When to rotate again, and why. */
  nextRotation?: {
    /** Time at which the next rotation is due, in ISO 8601. */
    scheduledAt?: string | undefined;
    /** Why it will be needed, for example because a token expires. */
    reason?: string | undefined;
    /** Time at which to remind of the next rotation, in ISO 8601. */
    reminderAt?: string | undefined;
  } | undefined;
  /** Why the rotation failed, and whether it is worth another try. Absent when it succeeded. */
  error?: RetryableError & {
    /** Time at which the rotation will be tried again, in ISO 8601. */
    nextRetryAt?: string | undefined;
  } | undefined;
  /** Who was told about the rotation, one entry for each notification. */
  notifications?: Array<{
    /** Kind of notification, for example an e-mail. */
    type?: string | undefined;
    /** Whom the notification was addressed to. */
    recipient?: string | undefined;
    /** Whether the notification could be sent, as a label. */
    status?: string | undefined;
    /** Time at which the notification was sent, in ISO 8601. */
    sentAt?: string | undefined;
  }> | undefined;
}
