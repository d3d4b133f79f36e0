// Generated from messages/marketplace/marketplace-connection-sync-completed.yaml of the message catalog. Change it there.
import type { ErrorDetails } from '../types/error-details.js';
import type { SyncError } from '../types/sync-error.js';

/**
 * Delivers a marketplace account's profile, permissions, rate limit and categories after a sync.
 *
 * Workers send it at the end of a `marketplace-connection-sync-request`; `requestId` tells which
 * one. Replace what is stored about the connection by `connectionData` and `categories`. When the
 * sync failed, `error` says why; problems that it got over are in `statistics.errors`.
 */
export interface MarketplaceConnectionSyncCompletedMessage {
  /** Sync that this message reports on, as given in `marketplace-connection-sync-request`. */
  requestId?: string | undefined;
  /** Marketplace connection it is about. */
  connectionId?: string | undefined;
  /**
   * Marketplace that the connection leads to, as given in the request. Known values: `etsy`,
   * `ebay`; others are accepted.
   */
  marketplaceId?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /** Mesh-Sync user whose account it is. */
  userId?: string | undefined;
  /** How the sync as a whole ended. When it failed, `error` has the reason. */
  status?: string | undefined;
  /** Kind of sync that was done, as given in the request. */
  syncType?: string | undefined;
  /** What the marketplace says of the account. */
  connectionData?: {
    /** State of the account on the marketplace, as a label. */
    status?: string | undefined;
    /** Name under which the shop trades on the marketplace. */
    shopName?: string | undefined;
    /** Address of the shop's page on the marketplace. */
    shopUrl?: string | undefined;
    /** Marketplace's own id of the shop. */
    shopId?: string | undefined;
    /**
     * What the connection is allowed to do on the marketplace. Each item: One permission, as the
     * marketplace names it.
     */
    permissions?: string[] | undefined;
    /** How many calls the marketplace's API still accepts from this connection. */
    rateLimit?: {
      /** How many calls are left before the API refuses more. Integer. */
      remaining?: number | undefined;
      /** Time from which the full number of calls is available again, in ISO 8601. */
      resetAt?: string | undefined;
    } | undefined;
  } | undefined;
  /** Categories to file listings in. These are the ones that the marketplace offers. */
  categories?: Array<{
    /** Marketplace's own id of the category. */
    id?: string | undefined;
    /** Name of the category, without those above it. */
    name?: string | undefined;
    /** Place of the category in the marketplace's tree of categories, from the top down. */
    path?: string | undefined;
    /** How deep in the tree the category is. Integer. */
    level?: number | undefined;
  }> | undefined;
  /** What the sync did, in numbers. */
  statistics?: {
    /** How long the sync took. No unit is documented. */
    duration?: number | undefined;
    /** How many items, such as categories, were synced. Integer. */
    itemsSynced?: number | undefined;
    /**
     * Problems met during the sync, one entry each. Each item: One problem that a sync met on its
     * way.
     */
    errors?: SyncError[] | undefined;
  } | undefined;
  /** Time at which the sync ended, in ISO 8601. */
  completedAt?: string | undefined;
  /** Why the sync failed. Absent when it succeeded. */
  error?: ErrorDetails | undefined;
}
