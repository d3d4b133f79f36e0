// Generated from messages/model/model-metadata-generation-completed.yaml of the message catalog. Change it there.

/**
 * Delivers the marketplace description, tags and categories that an LLM wrote for a model.
 *
 * Workers send it when a `model-metadata-generation-request` is done. The backend stores the
 * generated texts and the classification on the model, which it finds by `modelId`.
 */
export interface ModelMetadataGenerationCompletedMessage {
  /** UUID of the model, as given in the request. Format: UUID (RFC 9562). */
  modelId: string;
  /** What the LLM wrote, for use on the model and in marketplace listings. */
  metadata: {
    /** Product text for buyers, written to be found by search engines. */
    description: string;
    /** Tags under which buyers should find the model, for example `dragon`. */
    tags: string[];
    /** Broad class the model falls into, for example `miniature` or `terrain`. */
    primaryCategory: string;
    /** Narrower class within `primaryCategory`. */
    subCategory: string;
  };
}
