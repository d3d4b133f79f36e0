// Generated from messages/model/model-technical-metadata-request.yaml of the message catalog. Change it there.
import type { StorageLocation } from '../types/storage-location.js';

/**
 * Measures a model's mesh, checks it for defects and assesses how well it will print.
 *
 * Usually a child of `file-download-request`, which enqueues it by itself when told to; send it
 * yourself to analyse a model again. The worker reads the file from `minioPath`, or downloads it
 * from `storageLocation` when there is no `minioPath`.
 *
 * All findings come back in `model-technical-metadata-completed`.
 */
export interface ModelTechnicalMetadataRequestMessage {
  /** Model to analyse; `model-technical-metadata-completed` repeats it. */
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
   * Id of the job this one is a child of. That job is a `file-download-request`; BullMQ tracks the
   * dependency.
   */
  parentJobId?: string | undefined;
  /** How thorough the analysis should be. May be left out. */
  analysisOptions?: {
    /** Set to true for a more thorough analysis of the mesh. */
    detailedAnalysis?: boolean | undefined;
    /** Set to true to have print time and material consumption estimated. */
    estimatePrintMetrics?: boolean | undefined;
    /** Set to true to analyse the file afresh even if a cached result exists. */
    skipCache?: boolean | undefined;
  } | undefined;
}
