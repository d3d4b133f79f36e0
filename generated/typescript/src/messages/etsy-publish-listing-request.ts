// Generated from messages/etsy/etsy-publish-listing-request.yaml of the message catalog. Change it there.
import type { BaseListingData } from '../types/base-listing-data.js';
import type { EncryptedEtsyCredentials } from '../types/encrypted-etsy-credentials.js';
import type { EtsyCredentials } from '../types/etsy-credentials.js';
import type { ListingFile } from '../types/listing-file.js';
import type { MaterialVariant } from '../types/material-variant.js';

/**
 * Publishes a metamodel on Etsy as the listing of one material variant.
 *
 * Send one for each material: a metamodel offered in PLA, resin and ABS takes three of these jobs,
 * with the same `baseListingData` and a different `materialVariant`. The worker creates the listing
 * on Etsy and uploads the digital file to it.
 *
 * `etsy-publish-listing-completed` reports the id and address of the new listing, or why there is
 * none. `marketplace-publish-listing-request` does the same for any marketplace.
 */
export interface EtsyPublishListingRequestMessage {
  /**
   * Id of the listing in Mesh-Sync, from the table `marketplace_items`; the completed message
   * repeats it.
   */
  listingId?: string | undefined;
  /** Metamodel that the listing sells. */
  metamodelId?: string | undefined;
  /** User that the metamodel belongs to, and so the seller. */
  ownerId?: string | undefined;
  /** OAuth credentials of the Etsy shop. Encrypted ones go into `etsyCredentials`. Secret. */
  credentials?: EtsyCredentials | undefined;
  /** Material that this listing is for, and what it costs in that material. */
  materialVariant?: MaterialVariant | undefined;
  /**
   * What the listings have in common. Texts and Etsy attributes are the same for all material
   * variants.
   */
  baseListingData?: BaseListingData | undefined;
  /** How the listing is set up on Etsy, beyond its contents. */
  publishOptions?: {
    /** Whether the listing is activated as part of the job, so that buyers can see it at once. */
    autoActivate?: boolean | undefined;
    /** Etsy's id of the shipping profile to use for the listing. Integer. */
    shippingProfileId?: number | undefined;
  } | undefined;
  /** Etsy OAuth credentials in encrypted form. Others go into `credentials`. Secret. */
  etsyCredentials?: EncryptedEtsyCredentials & {
    /** Time at which the access token expires, in ISO 8601. */
    expiresAt?: string | undefined;
  } | undefined;
  /** File that the worker adds to the listing, for buyers to download. */
  fileMetadata?: ListingFile | undefined;
  /** URL to be called at the end of the job. Format: URI (RFC 3986), absolute. */
  webhookUrl?: string | undefined;
}
