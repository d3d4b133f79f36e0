// Generated from messages/discovery/model-discovery-folder-processed-event.yaml of the message catalog. Change it there.
import type { DiscoveredFile } from '../types/discovered-file.js';
import type { FolderSignature } from '../types/folder-signature.js';
import type { FolderStatistics } from '../types/folder-statistics.js';

/**
 * Announces that a scan has finished with one folder, and lists what the folder contains.
 *
 * Workers emit it for each folder while a `model-discovery-scan-request` runs. It carries what
 * `model-metamodel-detection-request` takes to group the folder's files into metamodels, under the
 * same field names.
 */
export interface ModelDiscoveryFolderProcessedEventMessage {
  /** Storage connection that the folder is in. */
  connectionId?: string | undefined;
  /** Path of the folder in its connection. */
  folderPath?: string | undefined;
  /** Files the scan found in the folder. Each item: One file of the folder. */
  discoveredFiles?: DiscoveredFile[] | undefined;
  /**
   * Fingerprint of the folder's state. A later scan with the same hash found the folder unchanged.
   */
  folderSignature?: FolderSignature | undefined;
  /** When the worker finished the folder, in ISO 8601. */
  processedAt?: string | undefined;
  /** Contents of the folder, in numbers. */
  statistics?: FolderStatistics | undefined;
}
