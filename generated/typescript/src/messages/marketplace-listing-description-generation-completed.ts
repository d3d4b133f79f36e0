// Generated from messages/listing-content/marketplace-listing-description-generation-completed.yaml of the message catalog. Change it there.
import type { ContentGenerationMetadata } from '../types/content-generation-metadata.js';

/**
 * Delivers the sales text that an LLM wrote for a listing, and a suggested price.
 *
 * Workers send it to the backend at the end of a
 * `marketplace-listing-description-generation-request`. Check `error` first: `description` and
 * `metadata` are required also when the generation failed, and `description` is then of no use.
 */
export interface MarketplaceListingDescriptionGenerationCompletedMessage {
  /** UUID of the model or metamodel. The request has the same. Format: UUID (RFC 9562). */
  modelId: string;
  /** Kind of thing that `modelId` identifies, a model or a metamodel. */
  entityType: string;
  /**
   * Marketplace the text was written for, as given in the request. Known values: `etsy`, `ebay`;
   * others are accepted.
   */
  targetMarketplace?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /**
   * Text for the listing, three to five sentences long and written to be found by search engines.
   */
  description: string;
  /** Record of the AI model that wrote the text, the time, and how confident the model was. */
  metadata: ContentGenerationMetadata;
  /** What to charge for the printed item, calculated from the model's volume. */
  suggestedPrice?: {
    /** Price to ask for the item, in `currency`. */
    suggestedPrice?: number | undefined;
    /** Currency of the amounts in this object, for example `USD`. */
    currency?: string | undefined;
    /** Share of the price that pays for the printing material, in `currency`. */
    materialCost?: number | undefined;
    /** Share of the price that pays for the work, in `currency`. */
    laborCost?: number | undefined;
    /** What selling on the target marketplace adds to the price. */
    marketplaceMarkup?: number | undefined;
    /** Further steps of the calculation by name, for display or for checking the result. */
    breakdown?: { [key: string]: unknown } | undefined;
  } | undefined;
  /** What went wrong, in words for people. Present only when no description could be generated. */
  error?: string | undefined;
}
