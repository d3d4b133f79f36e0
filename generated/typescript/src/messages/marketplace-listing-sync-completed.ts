// Generated from messages/marketplace/marketplace-listing-sync-completed.yaml of the message catalog. Change it there.
import type { ErrorDetails } from '../types/error-details.js';
import type { SyncError } from '../types/sync-error.js';
import type { SyncedListing } from '../types/synced-listing.js';

/**
 * Reports which listings a sync created, updated or failed on, one by one and in numbers.
 *
 * Workers send it at the end of a `marketplace-listing-sync-request`; `requestId` tells which one.
 * A sync can succeed in part: `failedListings` has the listings that did not make it, each with the
 * reason, and `errors` has the problems that belong to no single listing.
 */
export interface MarketplaceListingSyncCompletedMessage {
  /** Sync that this message reports on, as given in `marketplace-listing-sync-request`. */
  requestId?: string | undefined;
  /** Connection whose listings were synced. */
  connectionId?: string | undefined;
  /**
   * Marketplace that the connection leads to, as given in the request. Known values: `etsy`,
   * `ebay`; others are accepted.
   */
  marketplaceId?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /** Mesh-Sync user whose account it is. */
  userId?: string | undefined;
  /** How the sync as a whole ended. `failedListings` says which listings did not make it. */
  status?: string | undefined;
  /**
   * Which side learned from which, as given in the request. Known values: `pull`, `push`, `full`;
   * others are accepted.
   */
  syncDirection?: 'pull' | 'push' | 'full' | (string & {}) | undefined;
  /** What the sync did, in numbers, over both directions. */
  statistics?: {
    /** How long the sync took. No unit is documented. */
    duration?: number | undefined;
    /** How many listings were looked at in all. Integer. */
    listingsProcessed?: number | undefined;
    /** How many listings were created. Integer. */
    listingsCreated?: number | undefined;
    /** How many existing listings were changed. Integer. */
    listingsUpdated?: number | undefined;
    /** How many listings were left as they are. Integer. */
    listingsSkipped?: number | undefined;
    /** How many listings could not be synced; see `failedListings`. Integer. */
    listingsFailed?: number | undefined;
    /** How many images were synced along with the listings. Integer. */
    imagesProcessed?: number | undefined;
    /** How many variations of listings were synced. Integer. */
    variationsProcessed?: number | undefined;
  } | undefined;
  /** What the sync did in each direction. */
  results?: {
    /** What came from the marketplace to Mesh-Sync. */
    pull?: {
      /** How many listings were fetched from the marketplace. Integer. */
      listingsRetrieved?: number | undefined;
      /** How many of them were new and got created in Mesh-Sync. Integer. */
      newListingsCreated?: number | undefined;
      /** How many of them existed in Mesh-Sync and were updated there. Integer. */
      existingListingsUpdated?: number | undefined;
    } | undefined;
    /** What went from Mesh-Sync to the marketplace. */
    push?: {
      /** How many listings were sent to the marketplace. Integer. */
      listingsPushed?: number | undefined;
      /** How many of them were new and got created on the marketplace. Integer. */
      listingsCreated?: number | undefined;
      /** How many of them existed on the marketplace and were updated there. Integer. */
      listingsUpdated?: number | undefined;
    } | undefined;
  } | undefined;
  /**
   * Listings that were synced, and what was done to each. Each item: One listing that a sync dealt
   * with, by its ids on both sides.
   */
  successfulListings?: Array<SyncedListing & {
    /** What was done to the listing, as a label. */
    operation?: string | undefined;
  }> | undefined;
  /**
   * Listings that could not be synced, each with the reason. Each item: One listing that a sync
   * dealt with, by its ids on both sides.
   */
  failedListings?: Array<SyncedListing & {
    /** Why this listing could not be synced. */
    error?: ErrorDetails | undefined;
  }> | undefined;
  /**
   * Problems of the sync as a whole. Those of a single listing are in `failedListings`. Each item:
   * One problem that a sync met on its way.
   */
  errors?: Array<SyncError & {
    /** Further facts for logs and support; the keys depend on the problem. */
    details?: { [key: string]: unknown } | undefined;
  }> | undefined;
  /** Time at which the sync ended, in ISO 8601. */
  completedAt?: string | undefined;
  /** Time at which to sync the listings again, in ISO 8601. */
  nextSyncRecommendedAt?: string | undefined;
}
