// Generated from types/etsy-credentials.yaml of the message catalog. Change it there.

/**
 * What a worker needs to call the Etsy API on behalf of a shop. Redacted wherever a payload is
 * printed.
 */
export type EtsyCredentials = {
  /** Etsy API key of the application that makes the calls. Secret. */
  apiKey?: string | undefined;
  /** Etsy's id of the shop that the tokens belong to. */
  shopId?: string | undefined;
  /** OAuth access token that the calls are made with. Secret. */
  accessToken?: string | undefined;
  /**
   * OAuth refresh token, by which the worker gets a new access token when the old one has expired.
   * New tokens come back in the completed message, as `credentialUpdate`. Secret.
   */
  refreshToken?: string | undefined;
};
