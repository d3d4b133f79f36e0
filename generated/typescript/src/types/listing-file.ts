// Generated from types/listing-file.yaml of the message catalog. Change it there.

/** The digital file that buyers of a listing receive. */
export type ListingFile = {
  /** Storage item from which the worker takes the file. */
  storageItemId: string;
  /**
   * Name with extension that the file gets on the marketplace, for example `crystal-dragon.zip`.
   */
  fileName: string;
  /** How large the file is, in bytes. Integer. */
  fileSize?: number | undefined;
  /** Media type of the file, for example `application/zip`. */
  mimeType?: string | undefined;
};
