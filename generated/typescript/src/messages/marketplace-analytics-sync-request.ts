// Generated from messages/marketplace/marketplace-analytics-sync-request.yaml of the message catalog. Change it there.
import type { AnalyticsSyncOptions } from '../types/analytics-sync-options.js';
import type { EncryptedMarketplaceCredentials } from '../types/encrypted-marketplace-credentials.js';
import type { TimeRange } from '../types/time-range.js';

/**
 * Brings the view, sales and traffic figures of listings up to date, on any marketplace with
 * analytics.
 *
 * Choose what to sync by the fields you fill in: certain listings by `listingIds`, all listings of
 * a user by `userId` with `listingIds` left empty, or a whole shop by `externalShopId`. The worker
 * asks the marketplace for views, favorites, sales, revenue and traffic sources in the period that
 * `timeRange` gives.
 *
 * The figures come back in `marketplace-analytics-sync-completed`. For Etsy alone there is also
 * `etsy-analytics-sync-request`.
 */
export interface MarketplaceAnalyticsSyncRequestMessage {
  /** Marketplace that the listings are on. Known values: `etsy`, `ebay`; others are accepted. */
  marketplaceProvider?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /**
   * UUID of the marketplace connection, which holds the account's configuration. Format: UUID (RFC 9562).
   */
  marketplaceConnectionId?: string | undefined;
  /**
   * Listings to sync, by their UUIDs in Mesh-Sync (not the marketplace's ids). Leave it empty to
   * sync all listings of `userId`. Items: Format: UUID (RFC 9562).
   */
  listingIds?: string[] | undefined;
  /**
   * UUID of the user to sync. All of the user's listings are synced when `listingIds` is empty.
   * Format: UUID (RFC 9562).
   */
  userId?: string | undefined;
  /** Marketplace's own id of the shop, when figures for the shop as a whole are wanted. */
  externalShopId?: string | undefined;
  /** Past period to fetch analytics for. */
  timeRange?: TimeRange | undefined;
  /** Which figures to fetch beyond the basics. May be left out. */
  syncOptions?: AnalyticsSyncOptions | undefined;
  /**
   * Encrypted credentials of the account. They are those of the connection
   * `marketplaceConnectionId`. Secret.
   */
  marketplaceCredentials?: EncryptedMarketplaceCredentials | undefined;
  /** URL to be called at the end of the sync. Format: URI (RFC 3986), absolute. */
  webhookUrl?: string | undefined;
}
