// Generated from types/credential-update.yaml of the message catalog. Change it there.

/**
 * Tokens that a worker received when it refreshed the ones it was given. Store them: the next job
 * needs them.
 */
export type CredentialUpdate = {
  /** OAuth access token that replaces the stored one. Secret. */
  newAccessToken?: string | undefined;
  /** OAuth refresh token that replaces the stored one. Secret. */
  newRefreshToken?: string | undefined;
  /**
   * Lifetime of the new access token in seconds, counted from when it was issued, like `expires_in`
   * in OAuth.
   */
  expiresIn?: number | undefined;
};
