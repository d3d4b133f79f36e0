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
 * generation: with
 * `autoEnqueueChildren` the worker enqueues those itself after the download. Transient failures
 * such as
 * time-outs and refused connections are retried; wrong credentials, a missing file and a denied
 * permission
 * are not.
 */
export interface FileDownloadRequestMessage {
  /** Model whose file is fetched; `file-download-completed` repeats it. */
  modelId?: string | undefined;
  /** User who owns the model. When absent, it is looked up from the storage connection. */
  ownerId?: string | undefined;
  /** Storage connection and path the file is read from. */
  storageLocation?: StorageLocation | undefined;
  /** What discovery learned about the file and the download needs. Mainly used for Thingiverse. */
  metadata?: {
    /**
     * Direct URL of the file, from which it can be fetched. Set for Thingiverse models. Format: URI
     * (RFC 3986), absolute.
     */
    downloadUrl?: string | undefined;
  } | undefined;
  /**
   * Decrypted credentials for this one download, injected by the Mesh-Sync backend. Set only the
   * fields that the provider needs. Secret.
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
  /** Place in MinIO the downloaded file is written to. */
  minioDestination?: {
    /** MinIO bucket to write to. When absent, the worker chooses it. */
    bucket?: string | undefined;
    /** Object path in the bucket, such as `raw_models/{modelId}/original.glb`. */
    path: string;
  } | undefined;
  /**
   * Set to true to have thumbnail generation, technical metadata analysis and metadata generation
   * enqueued as soon as the download is complete.
   */
  autoEnqueueChildren?: boolean | undefined;
  /**
   * Preview that thumbnail generation makes of the model. Only passed on, to the child job that
   * `autoEnqueueChildren` starts. Known values: `default`, `static`, `glb`; others are accepted.
   */
  previewType?: 'default' | 'static' | 'glb' | (string & {}) | undefined;
  /**
   * Set to true to have thumbnail generation render 16 views from all around the model. Only passed
   * on, to the child job that `autoEnqueueChildren` starts.
   */
  generate360Views?: boolean | undefined;
  /**
   * URL the worker posts the completion status to. When absent, nothing is posted. Format: URI (RFC 3986),
   * absolute.
   */
  webhookUrl?: string | undefined;
}
