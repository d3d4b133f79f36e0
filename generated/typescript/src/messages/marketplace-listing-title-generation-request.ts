// Generated from messages/listing-content/marketplace-listing-title-generation-request.yaml of the message catalog. Change it there.

/**
 * Has an LLM write a search-friendly listing title for a model or metamodel.
 *
 * Send it when a listing is prepared for a marketplace. The worker writes a short title from what
 * this message says about the model, within the marketplace's character limit. The more context you
 * give (tags, category, keywords), the more fitting the title.
 *
 * The title comes back in `marketplace-listing-title-generation-completed`. Its siblings for the
 * other texts are `marketplace-listing-description-generation-request` and
 * `marketplace-listing-tags-generation-request`.
 */
export interface MarketplaceListingTitleGenerationRequestMessage {
  /**
   * UUID of the model or metamodel. It serves as a reference only; the completed message repeats
   * it. Format: UUID (RFC 9562).
   */
  modelId: string;
  /** Kind of thing that `modelId` identifies, a model or a metamodel. */
  entityType: string;
  /** Name that the model or metamodel has now, from which the new title is developed. */
  currentName: string;
  /**
   * Marketplace the title is written for, by its id in lower case. Known values: `etsy`, `ebay`,
   * `thingiverse`; others are accepted.
   */
  targetMarketplace: 'etsy' | 'ebay' | 'thingiverse' | (string & {});
  /** UUID of the user who asked for it. Format: UUID (RFC 9562). */
  userId: string;
  /** URL to be called once the title is ready. Format: URI (RFC 3986), absolute. */
  webhookUrl?: string | undefined;
  /** Size and complexity of the mesh, as context for the LLM. */
  technicalMetadata?: {
    /** How many vertices the mesh has. Integer. */
    vertices?: number | undefined;
    /** How many faces the mesh has. Integer. */
    faces?: number | undefined;
    /** Extent of the model along each axis, in mm. */
    dimensionsMm?: number[] | undefined;
  } | undefined;
  /** Tags that the model carries now, as a source of search keywords for the title. */
  existingTags?: string[] | undefined;
  /** Present category of the model. */
  existingCategory?: string | undefined;
  /** Greatest length of the title, in characters, that the marketplace accepts; 140 on Etsy. */
  characterLimit?: number | undefined;
  /**
   * Tone in which the title is written. Known values: `professional`, `playful`; others are
   * accepted.
   */
  brandVoice?: 'professional' | 'playful' | (string & {}) | undefined;
  /** Region of the buyers to address. Known values: `US`, `EU`; others are accepted. */
  targetMarket?: 'US' | 'EU' | (string & {}) | undefined;
  /** Words that must be worked into the title. */
  keywords?: string[] | undefined;
}
