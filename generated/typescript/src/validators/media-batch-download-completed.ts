// Generated from messages/file/media-batch-download-completed.yaml of the message catalog. Change it there.
import type { MediaBatchDownloadCompletedMessage } from '../messages/media-batch-download-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `MediaBatchDownloadCompletedMessage`. */
export const MediaBatchDownloadCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    batchId: { type: 'string' },
    status: { type: 'string' },
    processedFiles: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          originalPath: { type: 'string' },
          originalName: { type: 'string' },
          s3Location: {
            type: 'object',
            properties: {
              bucket: { type: 'string' },
              key: { type: 'string' },
              url: { type: 'string' },
            },
          },
          processedType: { type: 'string' },
          originalSize: { type: 'integer' },
          processedSize: { type: 'integer' },
          compressionRatio: { type: 'number' },
        },
        required: ['originalPath', 's3Location'],
      },
    },
    failedFiles: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, error: { type: 'string' } },
      },
    },
    processedAt: { type: 'string' },
    statistics: {
      type: 'object',
      properties: {
        totalFiles: { type: 'integer' },
        successfulFiles: { type: 'integer' },
        failedFiles: { type: 'integer' },
        totalOriginalSize: { type: 'integer' },
        totalProcessedSize: { type: 'integer' },
        averageCompressionRatio: { type: 'number' },
        processingDuration: { type: 'number' },
      },
    },
  },
  required: ['batchId', 'status', 'processedAt'],
};

/** Finds every problem of a payload of `media-batch-download-completed`. */
export const validateMediaBatchDownloadCompleted: Validator<MediaBatchDownloadCompletedMessage> = compileValidator(MediaBatchDownloadCompletedMessageSchema);

/** Tells whether a value is a payload of `media-batch-download-completed`, typed as it is read. */
export const isMediaBatchDownloadCompleted = validateMediaBatchDownloadCompleted.accepts;
