// Generated from messages/file/media-batch-download-request.yaml of the message catalog. Change it there.

/**
 * Downloads a batch of images and documents, prepares them for use and stores them in MinIO.
 *
 * Send it for the media that accompany a model or metamodel. The worker fetches every file, either
 * through a storage connection or from public URLs as `downloadStrategy` says. It resizes and
 * compresses images and converts them to WebP; text files and documents are processed and stored
 * with their metadata.
 *
 * Everything is uploaded under `media/{batchId}/`. What worked and what did not is reported in one
 * `media-batch-download-completed` for the whole batch.
 */
export interface MediaBatchDownloadRequestMessage {
  /**
   * Your id for this batch. Processed files are stored under `media/{batchId}/`, and the completed
   * message repeats it.
   */
  batchId?: string | undefined;
  /**
   * Where the files come from. `storage_provider` reads them through an authenticated storage
   * connection such as Google Drive or SFTP; `external_url` fetches them from public HTTP URLs such
   * as a CDN or Thingiverse. Known values: `storage_provider`, `external_url`; others are accepted.
   */
  downloadStrategy?: 'storage_provider' | 'external_url' | (string & {}) | undefined;
  /**
   * What `entityId` is, a model or a metamodel. It decides which entity in the database the stored
   * files are linked to.
   */
  entityType?: string | undefined;
  /**
   * UUID of the model or metamodel. It owns the files: storage items are associated with it after
   * the download. Format: UUID (RFC 9562).
   */
  entityId?: string | undefined;
  /**
   * UUID of the storage connection. The files are read through it. Needed when `downloadStrategy`
   * is `storage_provider`. Format: UUID (RFC 9562).
   */
  storageConnectionId?: string | undefined;
  /**
   * Decrypted credentials of the storage. They are sent along so that the worker need not look them
   * up. Needed when `downloadStrategy` is `storage_provider`; fill in only what the provider uses.
   * Secret.
   */
  credentials?: {
    /** Storage provider the credentials are for, such as Google Drive or SFTP. */
    provider?: string | undefined;
    /** OAuth access token, for providers that use one, such as Google Drive. Secret. */
    accessToken?: string | undefined;
    /** OAuth token with which an expired `accessToken` can be renewed. Secret. */
    refreshToken?: string | undefined;
    /** OAuth client that the tokens were issued to. Public, unlike `clientSecret`. */
    clientId?: string | undefined;
    /** Secret of the OAuth client `clientId`. Secret. */
    clientSecret?: string | undefined;
    /** Host name of the server, for providers such as SFTP. */
    host?: string | undefined;
    /** Login name on `host`. */
    username?: string | undefined;
    /** Password of `username` on `host`. Secret. */
    password?: string | undefined;
    /** TCP port on `host`. Integer. */
    port?: number | undefined;
  } | undefined;
  /**
   * Files to download and process, at least one. Each entry describes one file: what the worker
   * needs to find it, a path or a URL depending on `downloadStrategy`, and to process it. An
   * entry's keys are not fixed. At least 1 item.
   */
  mediaFiles?: unknown[] | undefined;
  /**
   * How images are scaled and compressed. When absent, the worker's environment variables
   * MAX_IMAGE_WIDTH, MAX_IMAGE_HEIGHT, IMAGE_QUALITY and OUTPUT_FORMAT decide.
   */
  compressionSettings?: {
    /** Greatest width of a stored image in pixels. Overrides MAX_IMAGE_WIDTH. Integer. */
    maxWidth?: number | undefined;
    /** Greatest height of a stored image in pixels. Overrides MAX_IMAGE_HEIGHT. Integer. */
    maxHeight?: number | undefined;
    /** Quality at which images are compressed, on the encoder's scale. Overrides IMAGE_QUALITY. */
    imageQuality?: number | undefined;
    /** Image format to convert to, such as `webp`. Overrides OUTPUT_FORMAT. */
    outputFormat?: string | undefined;
  } | undefined;
}
