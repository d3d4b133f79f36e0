// Generated from types/folder-statistics.yaml of the message catalog. Change it there.

/** What a scanned folder contains, in numbers, and how long it took to process. */
export type FolderStatistics = {
  /** How many files the folder contains, of any kind. Integer. */
  totalFiles: number;
  /** How many of the files are 3D models. Integer. */
  modelFiles: number;
  /** How many of the files are media, such as pictures of a model. Integer. */
  mediaFiles: number;
  /**
   * How many of the files are accessories, which come along with a model but count neither as model
   * nor as media. Integer.
   */
  accessoryFiles: number;
  /** How many folders were counted. Integer. */
  totalFolders: number;
  /** Size of all files together, in bytes. Integer. */
  totalSize: number;
  /** How long the worker took for the folder. No unit is documented. */
  processingDuration: number;
};
