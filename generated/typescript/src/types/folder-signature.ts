// Generated from types/folder-signature.yaml of the message catalog. Change it there.

/** Fingerprint of a folder's state, by which a later scan can tell whether anything has changed. */
export type FolderSignature = {
  /** Hash of the folder's state. Equal hashes mean an unchanged folder. */
  hash: string;
  /** Time at which the hash was calculated, in ISO 8601. */
  calculatedAt: string;
};
