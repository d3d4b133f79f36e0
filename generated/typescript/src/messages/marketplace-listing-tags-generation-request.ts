// Generated from messages/listing-content/marketplace-listing-tags-generation-request.yaml of the message catalog. Change it there.
import type { MeshSummary } from '../types/mesh-summary.js';

/**
 * Has an LLM choose the search tags under which buyers find a listing.
 *
 * Send it when a listing is prepared for a marketplace. The worker looks at the thumbnails and at
 * what this message says about the model, and picks keywords for style, technique and use, no more
 * than the marketplace permits.
 *
 * The tags come back in `marketplace-listing-tags-generation-completed`. Its siblings for the other
 * texts are `marketplace-listing-title-generation-request` and
 * `marketplace-listing-description-generation-request`.
 */
export interface MarketplaceListingTagsGenerationRequestMessage {
  /**
   * UUID of the model or metamodel. It serves as a reference only; the completed message repeats
   * it. Format: UUID (RFC 9562).
   */
  modelId: string;
  /** Kind of thing that `modelId` identifies, a model or a metamodel. */
  entityType: string;
  /** Name or title of the model or metamodel, from which the LLM learns what it depicts. */
  entityName: string;
  /**
   * Marketplace the tags are chosen for, by its id in lower case. Known values: `etsy`, `ebay`,
   * `thingiverse`; others are accepted.
   */
  targetMarketplace: 'etsy' | 'ebay' | 'thingiverse' | (string & {});
  /** UUID of the user who asked for it. Format: UUID (RFC 9562). */
  userId: string;
  /** URL to be called once the tags are ready. Format: URI (RFC 3986), absolute. */
  webhookUrl?: string | undefined;
  /** Size and quality of the mesh, from which technical tags are derived. */
  technicalMetadata?: MeshSummary | undefined;
  /**
   * Pictures of the model from all around. The LLM looks at them, so the worker must be able to
   * reach their addresses. Items: Format: URI (RFC 3986), absolute.
   */
  thumbnailUrls?: string[] | undefined;
  /** Tags that the model carries now. The new ones may add to them or replace them. */
  existingTags?: string[] | undefined;
  /** Present category, which tags should suit. */
  existingCategory?: string | undefined;
  /** Most tags that the marketplace takes; 13 on Etsy. */
  tagLimit?: number | undefined;
  /** Region of the buyers to address. Known values: `US`, `EU`; others are accepted. */
  targetMarket?: 'US' | 'EU' | (string & {}) | undefined;
  /**
   * Artistic style the model is made in, so that the tags can name it. Known values: `realistic`,
   * `low-poly`; others are accepted.
   */
  style?: 'realistic' | 'low-poly' | (string & {}) | undefined;
  /** What the printed model is meant for, for example `desk decor`; one use per entry. */
  useCases?: string[] | undefined;
}
