// Generated from messages/listing-content/marketplace-listing-title-generation-completed.yaml of the message catalog. Change it there.
import type { ContentGenerationMetadata } from '../types/content-generation-metadata.js';

/**
 * Delivers the listing title that an LLM wrote for a model or metamodel.
 *
 * Workers send it to the backend at the end of a `marketplace-listing-title-generation-request`.
 * Check `error` first: all other fields are required also when the generation failed, and `title`
 * is then of no use.
 */
export interface MarketplaceListingTitleGenerationCompletedMessage {
  /** UUID of the model or metamodel. The request has the same. Format: UUID (RFC 9562). */
  modelId: string;
  /** Kind of thing that `modelId` identifies, a model or a metamodel. */
  entityType: string;
  /** Title to use for the listing, written for the marketplace that the request named. */
  title: string;
  /** Record of the AI model that wrote the title, the time, and how confident the model was. */
  metadata: ContentGenerationMetadata;
  /** What went wrong, in words for people. Present only when no title could be generated. */
  error?: string | undefined;
}
