// Generated from messages/finder/model-finder-search-request.yaml of the message catalog. Change it there.

/**
 * Searches for 3D models that are similar to a given model or to what a picture shows.
 *
 * Send it with one reference: a model that is already known, or an image that a user uploaded. Only
 * models that were added with `model-finder-index-request` can be found.
 *
 * The models found come back in `model-finder-response`, together with how similar they are.
 */
export interface ModelFinderSearchRequestMessage {
  /** Model to find similar ones to. Leave it out when searching by `referenceImageId`. */
  referenceModelId?: string | undefined;
  /** Uploaded image to search by. Leave it out when searching by `referenceModelId`. */
  referenceImageId?: string | undefined;
  /** How many models to return at most. When absent, the worker decides. Integer. */
  limit?: number | undefined;
}
