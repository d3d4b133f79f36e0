// Generated from types/folder-statistics.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `FolderStatistics`. */
export const FolderStatisticsSchema: SchemaObject = {
  type: 'object',
  properties: {
    totalFiles: { type: 'integer' },
    modelFiles: { type: 'integer' },
    mediaFiles: { type: 'integer' },
    accessoryFiles: { type: 'integer' },
    totalFolders: { type: 'integer' },
    totalSize: { type: 'integer' },
    processingDuration: { type: 'number' },
  },
  required: [
    'totalFiles',
    'modelFiles',
    'mediaFiles',
    'accessoryFiles',
    'totalFolders',
    'totalSize',
    'processingDuration',
  ],
};
