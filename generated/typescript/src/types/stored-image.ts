// Generated from types/stored-image.yaml of the message catalog. Change it there.

/** An image in a user's connected storage, which the worker fetches from there. */
export type StoredImage = {
  /** Storage connection that the image is read through. */
  storageConnectionId?: string | undefined;
  /** Path of the image within the storage connection. */
  path?: string | undefined;
};
