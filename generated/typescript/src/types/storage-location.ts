// Generated from types/storage-location.yaml of the message catalog. Change it there.

/**
 * Where a file lies in a user's connected storage: which connection to open, and the path to follow
 * in it.
 */
export type StorageLocation = {
  /**
   * Storage connection that gives access to the file, for example to the user's Google Drive or
   * SFTP server.
   */
  storageConnectionId: string;
  /**
   * Path of the file within the storage connection, for example
   * `/Models/Dragons/ancient-dragon.stl`.
   */
  path: string;
};
