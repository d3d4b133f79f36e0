// Generated from types/encrypted-marketplace-credentials.yaml of the message catalog. Change it there.

/**
 * What a worker needs to call a marketplace on behalf of a user, the token in encrypted form.
 * Redacted wherever a payload is printed.
 */
export type EncryptedMarketplaceCredentials = {
  /** Encrypted access token for the marketplace's API. Secret. */
  accessToken: string;
  /** Marketplace's own id of the shop that the token gives access to. */
  externalShopId?: string | undefined;
};
