// Generated from messages/model/thumbnail-generation-request.yaml of the message catalog. Change it there.
import type { StorageLocation } from '../types/storage-location.js';
import type { StoredImage } from '../types/stored-image.js';

/**
 * Renders preview images of a model, and on demand 16 views from all around it.
 *
 * Usually a child of `file-download-request`, which enqueues it by itself when told to; send it
 * yourself to render again, for instance with another background. The worker reads the file from
 * `minioPath`, or downloads it from `storageLocation` when there is no `minioPath`.
 *
 * Paths of the rendered files come back in `thumbnail-generation-completed`. Ask for
 * `generate360Views` when `model-metadata-generation-request` is to follow: its LLM looks at these
 * views.
 */
export interface ThumbnailGenerationRequestMessage {
  /** Model to render; `thumbnail-generation-completed` repeats it. */
  modelId?: string | undefined;
  /** User that the model belongs to. */
  ownerId?: string | undefined;
  /** Where to download the file from. Legacy: used only when `minioPath` is absent. */
  storageLocation?: StorageLocation | undefined;
  /**
   * Path of the file in MinIO, such as `raw_models/{modelId}/original.glb`. When present, the file
   * is read from there and `storageLocation` is not used.
   */
  minioPath?: string | undefined;
  /**
   * Kind of preview to make, for example a `static` image or a `glb` file to turn around in 3D.
   * Known values: `default`, `static`, `glb`; others are accepted.
   */
  previewType?: 'default' | 'static' | 'glb' | (string & {}) | undefined;
  /**
   * Set to true to render 16 more views, from 4 horizontal × 4 vertical angles, on which
   * vision-based metadata generation can draw.
   */
  generate360Views?: boolean | undefined;
  /**
   * Id of the job this one is a child of. That job is a `file-download-request`; BullMQ tracks the
   * dependency.
   */
  parentJobId?: string | undefined;
  /** How the user wants the thumbnail to look. */
  customization?: {
    /** Image to cover the model's surface with. */
    texture?: StoredImage | undefined;
    /** What to show behind the model, as an image or a plain colour. */
    background?: StoredImage & {
      /** Colour of the background, for example `#1f2430`. */
      color?: string | undefined;
    } | undefined;
    /** Mark to lay over the thumbnail, as an image or a text. */
    watermark?: StoredImage & {
      /** Text to show as the watermark. */
      text?: string | undefined;
      /** Where on the thumbnail to place the watermark, for example `bottom-right`. */
      position?: string | undefined;
      /** How opaque the watermark is; the lower, the more of the thumbnail shows through. */
      opacity?: number | undefined;
    } | undefined;
  } | undefined;
}
