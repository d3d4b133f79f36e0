// Generated from messages/etsy/etsy-analytics-sync-completed.yaml of the message catalog. Change it there.
import type { CredentialUpdate } from '../types/credential-update.js';
import type { ListingAnalytics } from '../types/listing-analytics.js';
import type { ListingError } from '../types/listing-error.js';

/**
 * Delivers the analytics that were fetched for Etsy listings.
 *
 * Workers send it at the end of an `etsy-analytics-sync-request`. Listings that worked are in
 * `results`, those that did not are in `errors`; one sync can have both. If `credentialUpdate` is
 * there, store its tokens before the next call to Etsy.
 *
 * The backend keeps the figures in its table `etsy_analytics_snapshots` and indexes them in ELK.
 */
export interface EtsyAnalyticsSyncCompletedMessage {
  /**
   * BullMQ id of the request's job. It is the `jobId` that enqueuing the
   * `etsy-analytics-sync-request` returned.
   */
  originalJobId?: string | undefined;
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
    /** Id of the same listing on Etsy. */
    etsyListingId?: string | undefined;
    /** Material variant that the listing offers, for example `PLA` or `Resin`. */
    materialName?: string | undefined;
    /** Figures that Etsy reported for the listing in the requested time range. */
    analytics?: ListingAnalytics & {
      /** Where visitors came from; each source of traffic has one figure. */
      trafficSources?: {
        /** Traffic from the source that the key names. */
        [key: string]: number;
      } | undefined;
    } | undefined;
    /** How the sync of this one listing ended. */
    status?: string | undefined;
  }> | undefined;
  /**
   * Tokens that replace the stored ones. Present only if the access token was refreshed during the
   * sync. Secret.
   */
  credentialUpdate?: CredentialUpdate | undefined;
  /**
   * Listings that could not be synced, each with the reason. Each item: One listing for which the
   * operation failed, and why.
   */
  errors?: ListingError[] | undefined;
  /** Time at which the sync took place, in ISO 8601. */
  syncedAt?: string | undefined;
  /** Due time of the next automatic sync, in ISO 8601. */
  nextScheduledSync?: string | undefined;
}
