// Generated from messages/etsy/etsy-publish-listing-completed.yaml of the message catalog. Change it there.
import type { CredentialUpdate } from '../types/credential-update.js';
import type { RetryableError } from '../types/retryable-error.js';

/**
 * Reports that a listing is on Etsy, or why it could not be published.
 *
 * Workers send it once for each `etsy-publish-listing-request`, that is, once per material variant.
 * After `SUCCESS` it carries Etsy's id and the address of the listing; after `FAILED` it carries
 * `error` instead. If `credentialUpdate` is there, store its tokens before the next call to Etsy.
 */
export interface EtsyPublishListingCompletedMessage {
  /**
   * BullMQ id of the request's job. It is the `jobId` that enqueuing the
   * `etsy-publish-listing-request` returned.
   */
  originalJobId?: string | undefined;
  /** Id of the listing in Mesh-Sync (table `marketplace_items`), as given in the request. */
  listingId?: string | undefined;
  /** Metamodel that the listing sells. */
  metamodelId?: string | undefined;
  /** Material of this variant, for example `PLA`. */
  materialName?: string | undefined;
  /**
   * Whether the listing was published. The Etsy ids and `publishedAt` come with `SUCCESS`, `error`
   * with `FAILED`. Known values: `SUCCESS`, `FAILED`; others are accepted.
   */
  status?: 'SUCCESS' | 'FAILED' | (string & {}) | undefined;
  /** Id that Etsy gave the listing. Present only when `status` is `SUCCESS`. */
  etsyListingId?: string | undefined;
  /**
   * Address of the listing on Etsy. Present only when `status` is `SUCCESS`. Format: URI (RFC 3986),
   * absolute.
   */
  etsyListingUrl?: string | undefined;
  /**
   * Tokens that replace the stored ones. Present only if the access token was refreshed during the
   * job. Secret.
   */
  credentialUpdate?: CredentialUpdate | undefined;
  /** Etsy's id of the uploaded digital file. Present only when `status` is `SUCCESS`. */
  etsyFileId?: string | undefined;
  /** Why publishing failed. Present only when `status` is `FAILED`. */
  error?: RetryableError | undefined;
  /**
   * Time of the listing's creation at Etsy, in ISO 8601. Present only when `status` is `SUCCESS`.
   */
  publishedAt?: string | undefined;
  /** How long the worker took, in milliseconds. Integer. */
  processingDuration?: number | undefined;
}
