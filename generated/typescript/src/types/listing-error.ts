// Generated from types/listing-error.yaml of the message catalog. Change it there.

/** One listing for which the operation failed, and why. */
export type ListingError = {
  /** Id in Mesh-Sync of the listing that failed. */
  listingId?: string | undefined;
  /** Why it failed, in words for people. */
  error?: string | undefined;
};
