// Generated from messages/marketplace/marketplace-listing-update-completed.yaml of the message catalog. Change it there.

/**
 * Reports whether the marketplace accepted the changes to a listing.
 *
 * Workers send it at the end of a `marketplace-listing-update-request`. Match it to the request by
 * `marketplace` and `listingId`. When `status` is `failed`, `error` says why.
 */
export interface MarketplaceListingUpdateCompletedMessage {
  /**
   * Marketplace that the listing is on, as given in the request. Known values: `etsy`, `ebay`;
   * others are accepted.
   */
  marketplace?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /** Marketplace's own id of the listing, as given in the request. */
  listingId?: string | undefined;
  /**
   * How the update ended. `failed` comes with an `error`. Known values: `success`, `failed`; others
   * are accepted.
   */
  status?: 'success' | 'failed' | (string & {}) | undefined;
  /** Answer of the marketplace's API; the keys depend on the marketplace. */
  result?: { [key: string]: unknown } | undefined;
  /** What went wrong, in words for people. Present when `status` is `failed`. */
  error?: string | undefined;
}
