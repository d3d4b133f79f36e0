// Generated from messages/listing-content/marketplace-listing-description-generation-request.yaml of the message catalog. Change it there.
import type { MeshSummary } from '../types/mesh-summary.js';

/**
 * Has a vision LLM write the sales text of a listing.
 *
 * Send it when a listing is prepared for a marketplace. The worker shows the thumbnails to the LLM,
 * along with the technical and other data in this message, and has it write a product description
 * that suits the marketplace and is found by search engines.
 *
 * The text comes back in `marketplace-listing-description-generation-completed`, with a suggested
 * price. Its siblings for the other texts are `marketplace-listing-title-generation-request` and
 * `marketplace-listing-tags-generation-request`.
 */
export interface MarketplaceListingDescriptionGenerationRequestMessage {
  /**
   * UUID of the model or metamodel. It serves as a reference only; the completed message repeats
   * it. Format: UUID (RFC 9562).
   */
  modelId: string;
  /** Kind of thing that `modelId` identifies, a model or a metamodel. */
  entityType: string;
  /** Name or title of the model or metamodel, by which the text may call it. */
  entityName: string;
  /**
   * Marketplace the text is written for, by its id in lower case. Known values: `etsy`, `ebay`,
   * `thingiverse`; others are accepted.
   */
  targetMarketplace: 'etsy' | 'ebay' | 'thingiverse' | (string & {});
  /** UUID of the user who asked for it. Format: UUID (RFC 9562). */
  userId: string;
  /** URL to be called once the text is ready. Format: URI (RFC 3986), absolute. */
  webhookUrl?: string | undefined;
  /** Size and quality of the mesh, as context for the LLM. */
  technicalMetadata?: MeshSummary | undefined;
  /**
   * Pictures of the model from all around. The LLM looks at them, so the worker must be able to
   * reach their addresses. Items: Format: URI (RFC 3986), absolute.
   */
  thumbnailUrls?: string[] | undefined;
  /** Tags that the model carries now, as context for the LLM. */
  existingTags?: string[] | undefined;
  /** Present category, as context for the LLM. */
  existingCategory?: string | undefined;
  /**
   * Tone in which the text is written. Known values: `professional`, `playful`; others are
   * accepted.
   */
  brandVoice?: 'professional' | 'playful' | (string & {}) | undefined;
  /** Region of the buyers to address. Known values: `US`, `EU`; others are accepted. */
  targetMarket?: 'US' | 'EU' | (string & {}) | undefined;
  /** Words that must be worked into the text. */
  keywords?: string[] | undefined;
}
