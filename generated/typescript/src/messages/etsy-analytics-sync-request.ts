// Generated from messages/etsy/etsy-analytics-sync-request.yaml of the message catalog. Change it there.
import type { AnalyticsSyncOptions } from '../types/analytics-sync-options.js';
import type { EncryptedEtsyCredentials } from '../types/encrypted-etsy-credentials.js';
import type { EtsyCredentials } from '../types/etsy-credentials.js';
import type { TimeRange } from '../types/time-range.js';

/**
 * Brings the view, sales and traffic figures of Etsy listings up to date.
 *
 * Choose what to sync by the fields you fill in: certain listings by `listingIds`, all listings of
 * a user by `userId` with `listingIds` left empty, or a whole shop by `shopId`. The worker asks the
 * Etsy API for views, favorites, sales, revenue and traffic sources in the period that `timeRange`
 * gives.
 *
 * The figures come back in `etsy-analytics-sync-completed`, together with new tokens if the old
 * ones had to be refreshed. `marketplace-analytics-sync-request` does the same for any marketplace.
 */
export interface EtsyAnalyticsSyncRequestMessage {
  /**
   * Listings to sync, by their ids in Mesh-Sync (not Etsy's). Leave it empty to sync all listings
   * of `userId`.
   */
  listingIds?: string[] | undefined;
  /** User whose listings are all synced. Used when `listingIds` is empty. */
  userId?: string | undefined;
  /** Etsy's id of the shop, when figures for the shop as a whole are wanted. */
  shopId?: string | undefined;
  /**
   * OAuth credentials of the shop's owner. The worker calls the Etsy API with them. Encrypted ones
   * go into `etsyCredentials`. Secret.
   */
  credentials?: EtsyCredentials | undefined;
  /** Past period to fetch analytics for. */
  timeRange?: TimeRange | undefined;
  /** Which figures to fetch beyond the basics. */
  syncOptions?: AnalyticsSyncOptions | undefined;
  /** Etsy OAuth credentials in encrypted form. Others go into `credentials`. Secret. */
  etsyCredentials?: EncryptedEtsyCredentials | undefined;
  /** URL to be called at the end of the sync. */
  webhookUrl?: string | undefined;
}
