// Generated from messages/model/thumbnail-generation-completed.yaml of the message catalog. Change it there.
import type { StorageLocation } from '../types/storage-location.js';

/**
 * Reports where a model's rendered previews are stored, or why rendering failed.
 *
 * Workers send it when a `thumbnail-generation-request` has ended, in success or failure. Match it
 * to the request by `originalJobId`, or to the model by `modelId`. Which previews it names depends
 * on the request: the 360° views are made only on demand.
 */
export interface ThumbnailGenerationCompletedMessage {
  /**
   * BullMQ id of the request's job. It is the `jobId` that enqueuing the
   * `thumbnail-generation-request` returned.
   */
  originalJobId?: string | undefined;
  /** Model that was rendered, as given in the request. */
  modelId?: string | undefined;
  /** How the rendering ended. When it failed, `errorMessage` has the reason. */
  status?: string | undefined;
  /** Path of the thumbnail image in storage. */
  thumbnailPath?: string | undefined;
  /**
   * Views of the model from 16 angles, one item for each. Rendered when the request sets
   * `generate360Views`.
   */
  thumbnail360Views?: Array<{
    /**
     * Which of the 16 camera angles (4 horizontal × 4 vertical) the view was rendered from.
     * Integer.
     */
    angle_index?: number | undefined;
    /** Place of the view in the series of views. Integer. */
    index?: number | undefined;
    /** Path of the view's image in storage. */
    storage_path?: string | undefined;
    /** URL under which the view's image can be fetched. */
    url?: string | undefined;
  }> | undefined;
  /** Where the interactive 3D preview is. Path in storage of a GLTF or GLB file. */
  gltfPreviewPath?: string | undefined;
  /** What went wrong, in words for people. Present when the rendering failed. */
  errorMessage?: string | undefined;
  /** Where the rendered model file came from. */
  storageLocation?: StorageLocation | undefined;
}
