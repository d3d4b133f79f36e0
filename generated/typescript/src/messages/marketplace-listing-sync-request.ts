// Generated from messages/marketplace/marketplace-listing-sync-request.yaml of the message catalog. Change it there.
import type { SyncOrigin } from '../types/sync-origin.js';

/**
 * Brings the listings in Mesh-Sync and those on a marketplace into line with each other.
 *
 * `syncDirection` says which side learns from which: `pull` fetches listings from the marketplace
 * and updates the local database, `push` updates the listings on the marketplace with local
 * changes, and `full` does both. Sync all listings of the connection, or certain ones by their ids.
 *
 * What happened to which listing comes back in `marketplace-listing-sync-completed`. To change a
 * price or a text of one listing, `marketplace-listing-update-request` is enough.
 */
export interface MarketplaceListingSyncRequestMessage {
  /** Connection whose listings to sync. */
  connectionId?: string | undefined;
  /**
   * Marketplace that the connection leads to. Known values: `etsy`, `ebay`; others are accepted.
   */
  marketplaceId?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /** Mesh-Sync user whose account it is. */
  userId?: string | undefined;
  /**
   * Which side learns from which. `pull` updates Mesh-Sync from the marketplace, `push` the
   * marketplace from Mesh-Sync, `full` does both. Known values: `pull`, `push`, `full`; others are
   * accepted.
   */
  syncDirection?: 'pull' | 'push' | 'full' | (string & {}) | undefined;
  /**
   * Which of the listings to sync. With `specific`, only those in `listingIds`. Known values:
   * `specific`; others are accepted.
   */
  syncScope?: 'specific' | (string & {}) | undefined;
  /** Listings to sync, by their ids in Mesh-Sync, when `syncScope` is `specific`. */
  listingIds?: string[] | undefined;
  /** Listings to sync, by the marketplace's own ids. */
  externalListingIds?: string[] | undefined;
  /** What is synced along with the listings, and in which portions. May be left out. */
  options?: {
    /** Set to true to sync inactive listings as well. */
    includeInactive?: boolean | undefined;
    /** Set to true to sync the listings' images as well. */
    includeImages?: boolean | undefined;
    /** Set to true to sync the variations of each listing as well. */
    includeVariations?: boolean | undefined;
    /** Set to true to sync the listings' analytics as well. */
    includeAnalytics?: boolean | undefined;
    /** How many listings to process in one batch. Integer. */
    batchSize?: number | undefined;
  } | undefined;
  /** How urgent this sync is, as a label. No values are documented. */
  priority?: string | undefined;
  /** Your own unique id to track the sync by. The completed message repeats it. */
  requestId?: string | undefined;
  /** URL to be called at the end of the sync. Format: URI (RFC 3986), absolute. */
  webhookUrl?: string | undefined;
  /** Where the request comes from, as context for logs and support. */
  metadata?: SyncOrigin & {
    /** True when the sync was started by a schedule, false when somebody asked for it. */
    scheduledSync?: boolean | undefined;
  } | undefined;
}
