// Generated from messages/discovery/model-discovery-scan-request.yaml of the message catalog. Change it there.

/**
 * Scans a storage connection for 3D models that belong in a library.
 *
 * Enqueue it to fill a library, or to bring it up to date. The worker walks through the folders at
 * `path` with the credentials in the payload and sends events while it works:
 * `model-discovery-scan-progress-event` on how far it has come, `model-discovery-scan-found-event`
 * for a model it found, and `model-discovery-folder-processed-event` for a folder it finished. No
 * completed message follows; listen to the events instead.
 */
export interface ModelDiscoveryScanRequestMessage {
  /** Library that the scan is for. Every model found is reported with it. */
  libraryId?: string | undefined;
  /** Storage connection to scan. The events refer to it. */
  storageConnectionId?: string | undefined;
  /**
   * Kind of storage behind the connection, such as S3, Google Drive, SFTP or Thingiverse. It
   * decides which `credentials` are expected.
   */
  providerType?: string | undefined;
  /**
   * Path at which the scan starts. It lies within the storage connection and belongs to this
   * library.
   */
  path?: string | undefined;
  /**
   * Decrypted credentials of the storage. Which keys there are depends on `providerType`, for
   * instance an access token, or a host with a user name and a password. Secret.
   */
  credentials?: { [key: string]: unknown } | undefined;
  /**
   * Settings of the storage connection, such as `scanRootPath`. Which keys there are depends on the
   * connection.
   */
  configuration?: { [key: string]: unknown } | undefined;
}
