// Generated from messages/metamodel/model-metamodel-detection-request.yaml of the message catalog. Change it there.
import type { DiscoveredFile } from '../types/discovered-file.js';
import type { FolderSignature } from '../types/folder-signature.js';
import type { FolderStatistics } from '../types/folder-statistics.js';

/**
 * Groups the files of one folder into metamodels, that is, into products made of several models.
 *
 * Send it when a scan has finished with a folder; most of the payload can be copied from
 * `model-discovery-folder-processed-event`. List the files in `discoveredFiles`, or, for a large
 * folder, in a
 * JSON file at `manifestUrl`.
 *
 * The metamodels found are reported in `model-metamodel-detection-found`.
 */
export interface ModelMetamodelDetectionRequestMessage {
  /** Storage connection that the folder is in. */
  connectionId: string;
  /** Path of the scanned folder within the storage connection. */
  folderPath: string;
  /**
   * Files of the folder that are to be grouped. The worker looks here first, and at `manifestUrl`
   * next. Each item: One file of the folder; its name and path are clues to what it belongs with.
   */
  discoveredFiles?: DiscoveredFile[] | undefined;
  /**
   * URL of a JSON file with the list of discovered files, for folders too large to list them in
   * `discoveredFiles`. Format: URI (RFC 3986), absolute.
   */
  manifestUrl?: string | undefined;
  /** Fingerprint of the folder in the state that the files were listed in. */
  folderSignature: FolderSignature;
  /**
   * Time at which the scan finished the folder, in ISO 8601. Format: date-time (RFC 3339), such as
   * `2026-03-14T09:26:53Z`.
   */
  processedAt: string;
  /** What the scan counted in the folder, whether the files are listed here or in the manifest. */
  statistics: FolderStatistics;
}
