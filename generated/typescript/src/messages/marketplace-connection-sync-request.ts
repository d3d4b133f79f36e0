// Generated from messages/marketplace/marketplace-connection-sync-request.yaml of the message catalog. Change it there.
import type { SyncOrigin } from '../types/sync-origin.js';

/**
 * Fetches what a marketplace says about a user's account there, as opposed to the account's
 * listings.
 *
 * Send it after a marketplace has been connected for the first time, and now and then afterwards.
 * The worker reads the profile and shop details, the account's status and permissions, the
 * categories and shipping profiles that are available, and the rate limits and quotas of the API.
 *
 * What it found comes back in `marketplace-connection-sync-completed`. Listings have their own
 * message, `marketplace-listing-sync-request`.
 */
export interface MarketplaceConnectionSyncRequestMessage {
  /** Connection to update, by its id in Mesh-Sync. */
  connectionId?: string | undefined;
  /**
   * Marketplace that the connection leads to. Known values: `etsy`, `ebay`; others are accepted.
   */
  marketplaceId?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /** Mesh-Sync user whose account it is. */
  userId?: string | undefined;
  /** Kind of sync to do, as a label that the worker knows. No values are documented. */
  syncType?: string | undefined;
  /** How urgent this sync is, as a label. No values are documented. */
  priority?: string | undefined;
  /** Your own unique id to track the sync by. The completed message repeats it. */
  requestId?: string | undefined;
  /** URL to be called at the end of the sync. Format: URI (RFC 3986), absolute. */
  webhookUrl?: string | undefined;
  /** Where the request comes from, as context for logs and support. */
  metadata?: SyncOrigin | undefined;
}
