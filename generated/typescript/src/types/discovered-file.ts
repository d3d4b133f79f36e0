// Generated from types/discovered-file.yaml of the message catalog. Change it there.

/** A file that a scan found in a folder of a user's storage. */
export type DiscoveredFile = {
  /** Path of the file within the storage connection, name included. */
  path: string;
  /** File name with extension, without the path. */
  name: string;
  /** How large the file is, in bytes. Integer. */
  size: number;
  /** Time at which the file was last changed, according to the storage, in ISO 8601. */
  modifiedAt: string;
};
