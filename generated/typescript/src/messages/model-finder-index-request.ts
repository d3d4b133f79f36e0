// Generated from messages/finder/model-finder-index-request.yaml of the message catalog. Change it there.
import type { StorageItem } from '../types/storage-item.js';

/**
 * Adds a 3D model to the index of the model finder, so that searches for similar models can find
 * it.
 *
 * Send it for each model that `model-finder-search-request` is to find. The worker reads the file
 * at `storageItem` and files it in the index under `modelId`.
 *
 * No message reports the end of this job; follow it by its job status.
 */
export interface ModelFinderIndexRequestMessage {
  /** Model to index. Search results in `model-finder-response` name it by this id. */
  modelId?: string | undefined;
  /** File to index the model by. The worker reads it from where this says. */
  storageItem?: StorageItem | undefined;
}
