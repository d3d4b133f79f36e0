// Generated from types/storage-item.yaml of the message catalog. Change it there.

/**
 * A stored file: where it lies and what it contains. Give the path, the object in S3, or both, as
 * far as known.
 */
export type StorageItem = {
  /** Path of the file in the storage it came from. */
  path?: string | undefined;
  /** Media type of the content, for example `model/stl` or `image/webp`. */
  mimeType?: string | undefined;
  /** How large the file is, in bytes. Integer. */
  size?: number | undefined;
  /** Object key of the file in S3 (MinIO), within `bucket`. */
  s3Key?: string | undefined;
  /** S3 (MinIO) bucket that `s3Key` belongs to. */
  bucket?: string | undefined;
  /** True for a picture of the model, false for the model file itself or any other file. */
  isImage?: boolean | undefined;
};
