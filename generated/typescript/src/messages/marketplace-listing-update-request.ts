// Generated from messages/marketplace/marketplace-listing-update-request.yaml of the message catalog. Change it there.

/**
 * Changes the price, quantity or texts of one listing that is already on a marketplace.
 *
 * Put only what is to change into `updates`. The worker calls the marketplace with the credentials
 * in the payload, and `marketplace-listing-update-completed` reports the result. To publish a new
 * listing, send `marketplace-publish-listing-request`; to bring many into line,
 * `marketplace-listing-sync-request`.
 *
 * The message carries no id of its own; the completed message names the listing.
 */
export interface MarketplaceListingUpdateRequestMessage {
  /** Marketplace that the listing is on. Known values: `etsy`, `ebay`; others are accepted. */
  marketplace?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /** Marketplace's own id of the listing. Not the one in Mesh-Sync. */
  listingId?: string | undefined;
  /** New values of what is to change. */
  updates?: {
    /** Price to ask from now on, in the currency that the listing has. */
    price?: number | undefined;
    /** How many pieces are for sale from now on. Integer. */
    quantity?: number | undefined;
    /** New headline of the listing. */
    title?: string | undefined;
    /** New text of the listing. */
    description?: string | undefined;
    /** Search tags for the listing to have. Each item: One tag, such as `articulated dragon`. */
    tags?: string[] | undefined;
  } | undefined;
  /**
   * User's credentials for the marketplace. Fill in what the marketplace needs. Unlike elsewhere,
   * the names are in snake_case. Secret.
   */
  credentials?: {
    /** OAuth access token that the marketplace is called with. Secret. */
    access_token?: string | undefined;
    /** OAuth token with which an expired `access_token` can be renewed. Secret. */
    refresh_token?: string | undefined;
    /**
     * Time at which `access_token` expires, as a number. Whether in seconds or milliseconds is not
     * documented.
     */
    expires_at?: number | undefined;
    /** API key of the application that makes the calls. Secret. */
    api_key?: string | undefined;
    /** Secret that goes with `api_key`. Secret. */
    api_secret?: string | undefined;
  } | undefined;
}
