// Generated from types/synced-listing.yaml of the message catalog. Change it there.

/** One listing that a sync dealt with, by its ids on both sides. */
export type SyncedListing = {
  /** Id of the listing in Mesh-Sync. */
  internalId?: string | undefined;
  /** Id of the same listing on the marketplace. */
  externalId?: string | undefined;
  /** Headline of the listing, to show it to people. */
  title?: string | undefined;
  /** Time at which the sync dealt with this listing, in ISO 8601. */
  timestamp?: string | undefined;
};
