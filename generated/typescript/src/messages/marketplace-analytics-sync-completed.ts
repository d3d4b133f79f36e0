// Generated from messages/marketplace/marketplace-analytics-sync-completed.yaml of the message catalog. Change it there.
import type { ListingAnalytics } from '../types/listing-analytics.js';
import type { ListingError } from '../types/listing-error.js';

/**
 * Delivers the analytics that were fetched for listings on a marketplace.
 *
 * Workers send it at the end of a `marketplace-analytics-sync-request`. Listings that worked are in
 * `results`, those that did not are in `errors`; one sync can have both.
 *
 * The backend keeps the figures in its table `marketplace_analytics_snapshots` and indexes them in
 * ELK.
 */
export interface MarketplaceAnalyticsSyncCompletedMessage {
  /**
   * BullMQ id of the request's job. It is the `jobId` that enqueuing the
   * `marketplace-analytics-sync-request` returned.
   */
  originalJobId?: string | undefined;
  /** Marketplace that the figures come from. Known values: `etsy`, `ebay`; others are accepted. */
  marketplaceProvider?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /**
   * How the sync as a whole ended. After `PARTIAL_SUCCESS`, look into both `results` and `errors`.
   * Known values: `SUCCESS`, `PARTIAL_SUCCESS`, `FAILED`; others are accepted.
   */
  status?: 'SUCCESS' | 'PARTIAL_SUCCESS' | 'FAILED' | (string & {}) | undefined;
  /** How many listings were synced. Integer. */
  syncedCount?: number | undefined;
  /** How many listings could not be synced; `errors` says why. Integer. */
  errorCount?: number | undefined;
  /** Figures of the listings that were synced, one entry each. */
  results?: Array<{
    /** Id of the listing in Mesh-Sync. */
    listingId?: string | undefined;
    /** Id of the same listing on the marketplace. */
    externalListingId?: string | undefined;
    /** Material variant that the listing offers, for example `PLA` or `Resin`. */
    materialName?: string | undefined;
    /** Figures that the marketplace reported for the listing in the requested time range. */
    analytics?: ListingAnalytics | undefined;
    /** How the sync of this one listing ended. */
    status?: string | undefined;
  }> | undefined;
  /**
   * Listings that could not be synced, each with the reason. Each item: One listing for which the
   * operation failed, and why.
   */
  errors?: ListingError[] | undefined;
  /**
   * Time at which the sync completed, in ISO 8601. Format: date-time (RFC 3339), such as
   * `2026-03-14T09:26:53Z`.
   */
  syncedAt?: string | undefined;
  /**
   * Due time of the next automatic sync, in ISO 8601. Format: date-time (RFC 3339), such as
   * `2026-03-14T09:26:53Z`.
   */
  nextScheduledSync?: string | undefined;
}
