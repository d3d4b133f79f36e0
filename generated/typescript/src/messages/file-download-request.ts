// Generated from messages/file/file-download-request.yaml of the message catalog. Change it there.
import type { StorageLocation } from '../types/storage-location.js';

/**
 * Copies one model file from the owner's storage to MinIO, where the rest of the pipeline reads it.
 *
 * Enqueue it for a model that has been discovered but not yet fetched. The worker reads the file at
 * `storageLocation`, writes it to `minioDestination` and reports the end, good or bad, in
 * `file-download-completed`; it also posts to `webhookUrl` when there is one.
 *
 * It is the parent job of thumbnail generation, technical metadata analysis and metadata
 * generation: with `autoEnqueueChildren` the worker enqueues those itself after the download.
 * Transient failures such as time-outs and refused connections are retried; wrong credentials, a
 * missing file and a denied permission are not.
 */
export interface FileDownloadRequestMessage {
  /** Model whose file is fetched; `file-download-completed` repeats it. */
  modelId?: string | undefined;
  /** User who owns the model. When absent, it is looked up from the storage connection. */
  ownerId?: string | undefined;
  /** Where the worker reads the file. */
  storageLocation?: StorageLocation | undefined;
  /** What the download needs from discovery. Mainly used for Thingiverse. */
  metadata?: {
    /** Direct URL of the file, from which it can be fetched. Set for Thingiverse models. */
    downloadUrl?: string | undefined;
  } | undefined;
  /**
   * Decrypted credentials of the storage. The Mesh-Sync backend injects them for this one download.
   * Set only the fields that the provider needs. Secret.
   */
  credentials?: {
    /** Kind of storage the credentials are for, such as S3, Google Drive or SFTP. */
    providerType?: string | undefined;
    /** Access key id for S3 storage; goes with `secretAccessKey`. Secret. */
    accessKeyId?: string | undefined;
    /** Secret key for S3 storage; goes with `accessKeyId`. Secret. */
    secretAccessKey?: string | undefined;
    /** Region of the S3 bucket, such as `eu-central-1`. */
    region?: string | undefined;
    /** OAuth access token, for providers that use one, such as Google Drive. Secret. */
    accessToken?: string | undefined;
    /** OAuth token with which an expired `accessToken` can be renewed. Secret. */
    refreshToken?: string | undefined;
    /** Login name, for providers with user accounts such as SFTP. */
    username?: string | undefined;
    /** Password of `username`, where the server accepts one. Secret. */
    password?: string | undefined;
    /** Private key of `username`, for SFTP servers that authenticate by key. Secret. */
    privateKey?: string | undefined;
  } | undefined;
  /** Where in MinIO the file is written. */
  minioDestination?: {
    /** MinIO bucket to write to. When absent, the worker chooses it. */
    bucket?: string | undefined;
    /** Object path in the bucket, such as `raw_models/{modelId}/original.glb`. */
    path: string;
  } | undefined;
  /**
   * True to enqueue what follows the download: thumbnail generation, technical metadata analysis
   * and metadata generation, as soon as it is complete.
   */
  autoEnqueueChildren?: boolean | undefined;
  /**
   * Kind of preview for the thumbnail job. Only passed on, to the child job that
   * `autoEnqueueChildren` starts. Known values: `default`, `static`, `glb`; others are accepted.
   */
  previewType?: 'default' | 'static' | 'glb' | (string & {}) | undefined;
  /**
   * True for 16 rendered views all around. Only passed on, to the thumbnail generation that
   * `autoEnqueueChildren` starts.
   */
  generate360Views?: boolean | undefined;
  /**
   * URL that the worker posts the result to. When absent, nothing is posted. Format: URI (RFC 3986),
   * absolute.
   */
  webhookUrl?: string | undefined;
}
