// Generated from messages/finder/model-finder-response.yaml of the message catalog. Change it there.

/**
 * Delivers the models that a similarity search has found.
 *
 * Workers send it at the end of a `model-finder-search-request`. Each result names a model, how
 * similar it is to the reference, and the metamodels it belongs to, so that whole products can be
 * shown instead of parts.
 */
export interface ModelFinderResponseMessage {
  /**
   * Search that the results belong to. As `model-finder-search-request` has no field for an id of
   * your own, compare it with the search's job id.
   */
  requestId?: string | undefined;
  /** Models found, up to the `limit` of the search. Empty when nothing in the index is similar. */
  results?: Array<{
    /** Model that was found, by the id it was indexed under. */
    modelId?: string | undefined;
    /** How similar the model is to the reference; the higher, the more alike. */
    similarity?: number | undefined;
    /** Metamodels that the model is part of. Empty when it belongs to none. */
    metamodelIds?: string[] | undefined;
  }> | undefined;
}
