// Generated from messages/file/file-vectorize-request.yaml of the message catalog. Change it there.
import type { StorageItem } from '../types/storage-item.js';

/**
 * Computes the CLIP embedding of one image, so that images can be compared by what they show.
 *
 * Send it for an image file that is already stored, such as a rendered thumbnail. The worker reads
 * the image at `storageItem` and reports its vector in `file-vectorize-completed`.
 */
export interface FileVectorizeRequestMessage {
  /** Database id of the image file; `file-vectorize-completed` repeats it. */
  fileId?: string | undefined;
  /** Image to vectorize, by where it lies. */
  storageItem?: StorageItem | undefined;
  /**
   * Version of the CLIP model to use. When absent, the worker chooses; `file-vectorize-completed`
   * names the model that was used.
   */
  modelName?: string | undefined;
}
