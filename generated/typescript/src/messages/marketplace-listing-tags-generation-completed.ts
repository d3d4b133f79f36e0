// Generated from messages/listing-content/marketplace-listing-tags-generation-completed.yaml of the message catalog. Change it there.
import type { ContentGenerationMetadata } from '../types/content-generation-metadata.js';

/**
 * Delivers the search tags that an LLM chose for a listing.
 *
 * Workers send it to the backend at the end of a `marketplace-listing-tags-generation-request`.
 * Check `error` first: all other fields are required also when the generation failed, and `tags` is
 * then of no use.
 */
export interface MarketplaceListingTagsGenerationCompletedMessage {
  /** UUID of the model or metamodel. The request has the same. Format: UUID (RFC 9562). */
  modelId: string;
  /** Kind of thing that `modelId` identifies, a model or a metamodel. */
  entityType: string;
  /** Tags to put on the listing, a mix of keywords for style, technique and use. */
  tags: string[];
  /** Record of the AI model that chose the tags, the time, and how confident the model was. */
  metadata: ContentGenerationMetadata;
  /** What went wrong, in words for people. Present only when no tags could be generated. */
  error?: string | undefined;
}
