// Generated from messages/discovery/model-discovery-scan-found-event.yaml of the message catalog. Change it there.

/**
 * Announces one 3D model that a scan has found in a user's storage.
 *
 * Workers emit it while a `model-discovery-scan-request` runs, one for each model. It describes the
 * model and says where it lies, but the file itself has not been fetched yet:
 * `file-download-request` does that, with the same connection and path.
 */
export interface ModelDiscoveryScanFoundEventMessage {
  /** Id of the model found, by which later messages such as `file-download-request` refer to it. */
  modelId?: string | undefined;
  /** Name of the model for people to read, as distinct from `fileName`. */
  name?: string | undefined;
  /** Name of the model's file in the storage, extension included. */
  fileName?: string | undefined;
  /** Text about the model, where the storage provider has one. */
  description?: string | undefined;
  /** Types of the model's files, for instance `stl`. Each item: One file type. */
  fileTypes?: string[] | undefined;
  /** How large the model file is, in bytes. */
  size?: number | undefined;
  /** Where the model lies, and to which library and user it belongs. */
  storageLocation?: {
    /** Storage connection in which the model was found. */
    storageConnectionId: string;
    /** Path of the model file within the storage connection. */
    path: string;
    /** Library that was scanned, as given in `model-discovery-scan-request`. */
    libraryId: string;
    /** User that the model belongs to. */
    ownerId: string;
  } | undefined;
  /** Kind of storage the model was found in, such as S3, Google Drive, SFTP or Thingiverse. */
  providerType?: string | undefined;
  /**
   * Whatever else is known of the model; the keys vary. A Thingiverse model has a `downloadUrl`
   * here, which `file-download-request` takes in its own `metadata`.
   */
  metadata?: { [key: string]: unknown } | undefined;
}
