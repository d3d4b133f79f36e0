// Generated from messages/marketplace/marketplace-publish-listing-completed.yaml of the message catalog. Change it there.
import type { RetryableError } from '../types/retryable-error.js';

/**
 * Reports that a listing is on a marketplace, or why it could not be published.
 *
 * Workers send it once for each `marketplace-publish-listing-request`, that is, once per material
 * variant. After `SUCCESS` it carries the marketplace's id and the address of the listing; after
 * `FAILED` it carries `error` instead.
 */
export interface MarketplacePublishListingCompletedMessage {
  /**
   * BullMQ id of the request's job. It is the `jobId` that enqueuing the
   * `marketplace-publish-listing-request` returned.
   */
  originalJobId?: string | undefined;
  /**
   * UUID of the listing in Mesh-Sync (table `marketplace_items`), as given in the request. Format:
   * UUID (RFC 9562).
   */
  listingId?: string | undefined;
  /** UUID of the metamodel on sale. Format: UUID (RFC 9562). */
  metamodelId?: string | undefined;
  /**
   * Marketplace it is on, as given in the request. Known values: `etsy`, `ebay`, `leboncoin`;
   * others are accepted.
   */
  marketplaceProvider?: 'etsy' | 'ebay' | 'leboncoin' | (string & {}) | undefined;
  /** Material of this variant, for example `PLA`. */
  materialName?: string | undefined;
  /**
   * Whether the listing was published. The external ids and `publishedAt` come with `SUCCESS`,
   * `error` with `FAILED`. Known values: `SUCCESS`, `FAILED`; others are accepted.
   */
  status?: 'SUCCESS' | 'FAILED' | (string & {}) | undefined;
  /** Id that the marketplace gave the listing. Present only when `status` is `SUCCESS`. */
  externalListingId?: string | undefined;
  /**
   * Address at which buyers see the listing. Present only when `status` is `SUCCESS`. Format: URI
   * (RFC 3986), absolute.
   */
  externalListingUrl?: string | undefined;
  /** Marketplace's id of the uploaded file. Present only when `status` is `SUCCESS`. */
  externalFileId?: string | undefined;
  /** Why publishing failed. Present only when `status` is `FAILED`. */
  error?: RetryableError | undefined;
  /**
   * Time of the listing's creation, in ISO 8601. Present only when `status` is `SUCCESS`. Format:
   * date-time (RFC 3339), such as `2026-03-14T09:26:53Z`.
   */
  publishedAt?: string | undefined;
  /** How long the worker took, in milliseconds. Integer. */
  processingDuration?: number | undefined;
}
