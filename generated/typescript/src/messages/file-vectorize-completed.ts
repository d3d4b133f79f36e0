// Generated from messages/file/file-vectorize-completed.yaml of the message catalog. Change it there.

/**
 * Delivers the embedding vector computed for one image file.
 *
 * Workers send it when a `file-vectorize-request` is done. Store the vector together with
 * `modelName`: vectors are comparable only when they come from the same model.
 */
export interface FileVectorizeCompletedMessage {
  /** Database id of the image file, as given in the request. */
  fileId?: string | undefined;
  /**
   * Embedding of the image. It has `dimension` numbers, in the order in which the model put them
   * out. Each item: One component of the embedding.
   */
  vector?: number[] | undefined;
  /** CLIP model that computed the vector. Compare only vectors that have the same one. */
  modelName?: string | undefined;
  /** How many numbers `vector` has, for instance 512. Integer. */
  dimension?: number | undefined;
}
