// Generated from messages/marketplace/marketplace-credential-rotation-request.yaml of the message catalog. Change it there.

/**
 * Replaces the credentials of a marketplace connection by new ones.
 *
 * Send it when OAuth tokens are about to expire, when an API key is to be changed for security,
 * when a connection reports errors and has to authenticate again, or on a schedule. The message
 * describes the current credentials but does not contain them: put no secret into any field.
 *
 * `marketplace-credential-rotation-completed` reports whether the new credentials work, what became
 * of the old ones and when the next rotation is due.
 */
export interface MarketplaceCredentialRotationRequestMessage {
  /** Connection to get new credentials. */
  connectionId?: string | undefined;
  /**
   * Marketplace that the connection leads to. Known values: `etsy`, `ebay`; others are accepted.
   */
  marketplaceId?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /** Mesh-Sync user whose account it is. */
  userId?: string | undefined;
  /**
   * What is rotated and how: OAuth tokens refreshed, for example, or an API key replaced. No values
   * are documented.
   */
  rotationType?: string | undefined;
  /** Why the rotation is needed; the completed message repeats it. */
  reason?: string | undefined;
  /** How soon the rotation has to happen, as a label. No values are documented. */
  urgency?: string | undefined;
  /** Facts on the credentials in use. Never put the secrets themselves here. */
  currentCredentials?: {
    /** Kind of credentials, for example OAuth tokens or an API key. */
    tokenType?: string | undefined;
    /** Time at which the current credentials expire, in ISO 8601. */
    expiresAt?: string | undefined;
    /** Time at which the current credentials were last used, in ISO 8601. */
    lastUsedAt?: string | undefined;
    /** How many errors the connection has had since its credentials were last rotated. Integer. */
    errorsSinceLastRotation?: number | undefined;
  } | undefined;
  /** How the rotation is carried out. May be left out. */
  options?: {
    /**
     * Set to true to keep the old token valid for a while; the completed message says until when.
     */
    preserveOldToken?: boolean | undefined;
    /** Set to true to have the new credentials tried out on the marketplace. */
    testNewCredentials?: boolean | undefined;
    /** Set to true to have the user told about the rotation. */
    notifyUser?: boolean | undefined;
    /** Set to true to have a failed rotation tried again, `maxRetries` times at most. */
    retryOnFailure?: boolean | undefined;
    /** How often a failed rotation is tried again at most, with `retryOnFailure`. Integer. */
    maxRetries?: number | undefined;
  } | undefined;
  /** Your own unique id of the rotation. The completed message repeats it. */
  requestId?: string | undefined;
  /** URL to be called after the rotation. Format: URI (RFC 3986), absolute. */
  webhookUrl?: string | undefined;
  /** Time at which the rotation was scheduled, in ISO 8601. Leave it out for an unscheduled one. */
  scheduledAt?: string | undefined;
  /** Where the request comes from, as context for logs and support. */
  metadata?: {
    /** What asked for the rotation, such as a scheduler or another job. */
    source?: string | undefined;
    /** Error that made the rotation necessary, where there was one. */
    originalError?: {
      /** Code of the error, for programs to tell errors apart by. */
      code?: string | undefined;
      /** What went wrong, in words for people. */
      message?: string | undefined;
      /** Time at which the error occurred, in ISO 8601. */
      timestamp?: string | undefined;
    } | undefined;
  } | undefined;
}
