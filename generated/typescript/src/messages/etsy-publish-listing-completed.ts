// Generated from messages/etsy/etsy-publish-listing-completed.yaml of the message catalog. Change it there.
import type { CredentialUpdate } from '../types/credential-update.js';
import type { RetryableError } from '../types/retryable-error.js';

/**
 * Reports that a listing is on Etsy, or why it could not be published.
 *
 * Workers send it once for each `etsy-publish-listing-request`, that is, once per material variant.
 * After
 * `SUCCESS` it carries Etsy's id and the address of the listing; after `FAILED` it carries `error`
 * instead. If
 * `credentialUpdate` is there, store its tokens before the next call to Etsy.
 */
export interface EtsyPublishListingCompletedMessage {
  /** BullMQ job id of the `etsy-publish-listing-request` that this message answers. */
  originalJobId?: string | undefined;
  /** Id of the listing in Mesh-Sync (table `marketplace_items`), as given in the request. */
  listingId?: string | undefined;
  /** Metamodel that the listing sells. */
  metamodelId?: string | undefined;
  /** Material variant that this listing is for, for example `PLA`. */
  materialName?: string | undefined;
  /**
   * Whether the listing was published. The Etsy ids and `publishedAt` come with `SUCCESS`, `error`
   * with `FAILED`. Known values: `SUCCESS`, `FAILED`; others are accepted.
   */
  status?: 'SUCCESS' | 'FAILED' | (string & {}) | undefined;
  /** Id that Etsy gave the listing. Present only when `status` is `SUCCESS`. */
  etsyListingId?: string | undefined;
  /**
   * Address at which the listing can be seen on Etsy. Present only when `status` is `SUCCESS`.
   * Format: URI (RFC 3986), absolute.
   */
  etsyListingUrl?: string | undefined;
  /**
   * Tokens that replace the stored ones. Present only if the access token was refreshed during the
   * job. Secret.
   */
  credentialUpdate?: CredentialUpdate | undefined;
  /** Id that Etsy gave the uploaded digital file. Present only when `status` is `SUCCESS`. */
  etsyFileId?: string | undefined;
  /** Why publishing failed. Present only when `status` is `FAILED`. */
  error?: RetryableError | undefined;
  /**
   * Time at which the listing was created on Etsy, in ISO 8601. Present only when `status` is
   * `SUCCESS`. Format: date-time (RFC 3339), such as `2026-03-14T09:26:53Z`.
   */
  publishedAt?: string | undefined;
  /** How long the worker took, in milliseconds. Integer. */
  processingDuration?: number | undefined;
}
