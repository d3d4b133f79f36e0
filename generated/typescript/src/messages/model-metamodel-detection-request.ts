// Generated from messages/metamodel/model-metamodel-detection-request.yaml of the message catalog. Change it there.
import type { DiscoveredFile } from '../types/discovered-file.js';
import type { FolderSignature } from '../types/folder-signature.js';
import type { FolderStatistics } from '../types/folder-statistics.js';

/**
 * Groups the files of one folder into metamodels, that is, into products made of several models.
 *
 * Send it when a scan has finished with a folder; most of the payload can be copied from
 * `model-discovery-folder-processed-event`. List the files in `discoveredFiles`, or, for a large
 * folder, in a JSON file at `manifestUrl`.
 *
 * The metamodels found are reported in `model-metamodel-detection-found`.
 */
export interface ModelMetamodelDetectionRequestMessage {
  /** Storage connection that the folder is in. */
  connectionId: string;
  /** Path of the folder in its connection. */
  folderPath: string;
  /**
   * Files to be grouped. The worker looks here first, and at `manifestUrl` next. Each item: One
   * file of the folder; its name and path are clues to what it belongs with.
   */
  discoveredFiles?: DiscoveredFile[] | undefined;
  /**
   * URL of the files' list as JSON. Meant for folders with too many files for `discoveredFiles`.
   * Format: URI (RFC 3986), absolute.
   */
  manifestUrl?: string | undefined;
  /** Fingerprint of the folder as listed. */
  folderSignature: FolderSignature;
  /** When the scan finished the folder, in ISO 8601. */
  processedAt: string;
  /** What the scan counted in the folder, whether the files are listed here or in the manifest. */
  statistics: FolderStatistics;
}
