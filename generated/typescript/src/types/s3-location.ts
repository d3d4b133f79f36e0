// Generated from types/s3-location.yaml of the message catalog. Change it there.

/** Where an object lies in MinIO, the S3-compatible store that all workers share. */
export type S3Location = {
  /** Bucket that holds the object. */
  bucket: string;
  /** Object key within the bucket, without a leading slash. */
  key: string;
  /**
   * Version of the object. Only there when the bucket keeps versions; without it, read the latest
   * one.
   */
  versionId?: string | undefined;
};
