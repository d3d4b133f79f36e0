// Generated from types/encrypted-etsy-credentials.yaml of the message catalog. Change it there.

/**
 * What a worker needs to call the Etsy API on behalf of a shop, the token in encrypted form.
 * Redacted wherever a payload is printed.
 */
export type EncryptedEtsyCredentials = {
  /** Encrypted OAuth access token for the Etsy API. Secret. */
  accessToken: string;
  /** Etsy's id of the shop that the token gives access to. */
  shopId: string;
};
