// Generated from messages/marketplace/marketplace-publish-listing-request.yaml of the message catalog. Change it there.
import type { BaseListingData } from '../types/base-listing-data.js';
import type { EncryptedMarketplaceCredentials } from '../types/encrypted-marketplace-credentials.js';
import type { ListingFile } from '../types/listing-file.js';
import type { MaterialVariant } from '../types/material-variant.js';

/**
 * Publishes a metamodel on a marketplace as the listing of one material variant.
 *
 * Send one for each material: a metamodel offered in PLA, resin and ABS takes three of these jobs,
 * with the same `baseListingData` and a different `materialVariant`. `marketplaceProvider` decides
 * which marketplace. The worker creates the listing there and uploads the digital file to it.
 *
 * `marketplace-publish-listing-completed` reports the id and address of the new listing, or why
 * there is none. For Etsy alone there is also `etsy-publish-listing-request`.
 */
export interface MarketplacePublishListingRequestMessage {
  /**
   * UUID of the listing in Mesh-Sync, from the table `marketplace_items`; the completed message
   * repeats it. Format: UUID (RFC 9562).
   */
  listingId?: string | undefined;
  /** UUID of the metamodel to sell. Format: UUID (RFC 9562). */
  metamodelId?: string | undefined;
  /** UUID of the seller, whose metamodel it is. Format: UUID (RFC 9562). */
  ownerId?: string | undefined;
  /** Marketplace to publish on. Known values: `etsy`, `ebay`, `leboncoin`; others are accepted. */
  marketplaceProvider?: 'etsy' | 'ebay' | 'leboncoin' | (string & {}) | undefined;
  /**
   * UUID of the marketplace connection, which holds the account's configuration. Format: UUID (RFC 9562).
   */
  marketplaceConnectionId?: string | undefined;
  /** Material that this listing is for, and what it costs in that material. */
  materialVariant?: MaterialVariant | undefined;
  /**
   * What the listings have in common. Texts and attributes are the same for all material variants.
   */
  baseListingData?: BaseListingData | undefined;
  /** How the listing is set up, beyond its contents. */
  publishOptions?: {
    /** Whether the listing is activated as part of the job, so that buyers can see it at once. */
    autoActivate?: boolean | undefined;
    /** Settings that exist on this marketplace only; the keys depend on the marketplace. */
    marketplaceSpecificOptions?: { [key: string]: unknown } | undefined;
  } | undefined;
  /**
   * Encrypted credentials of the account. They are those of the connection
   * `marketplaceConnectionId`. Secret.
   */
  marketplaceCredentials?: EncryptedMarketplaceCredentials & {
    /** Time at which the access token expires, in ISO 8601. */
    expiresAt?: string | undefined;
  } | undefined;
  /** File that the worker adds to the listing, for buyers to download. */
  fileMetadata?: ListingFile | undefined;
  /** URL to be called at the end of the job. Format: URI (RFC 3986), absolute. */
  webhookUrl?: string | undefined;
}
