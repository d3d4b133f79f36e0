// Generated from messages/file/media-batch-download-request.yaml of the message catalog. Change it there.
import type { MediaBatchDownloadRequestMessage } from '../messages/media-batch-download-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `MediaBatchDownloadRequestMessage`. */
export const MediaBatchDownloadRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    batchId: { type: 'string' },
    downloadStrategy: { type: 'string' },
    entityType: { type: 'string' },
    entityId: { type: 'string', format: 'uuid' },
    storageConnectionId: { type: 'string', format: 'uuid' },
    credentials: {
      type: 'object',
      properties: {
        provider: { type: 'string' },
        accessToken: { type: 'string' },
        refreshToken: { type: 'string' },
        clientId: { type: 'string' },
        clientSecret: { type: 'string' },
        host: { type: 'string' },
        username: { type: 'string' },
        password: { type: 'string' },
        port: { type: 'integer' },
      },
    },
    mediaFiles: { type: 'array', items: {}, minItems: 1 },
    compressionSettings: {
      type: 'object',
      properties: {
        maxWidth: { type: 'integer' },
        maxHeight: { type: 'integer' },
        imageQuality: { type: 'number' },
        outputFormat: { type: 'string' },
      },
    },
  },
};

/** Finds every problem of a payload of `media-batch-download-request`. */
export const validateMediaBatchDownloadRequest: Validator<MediaBatchDownloadRequestMessage> = compileValidator(MediaBatchDownloadRequestMessageSchema);

/** Tells whether a value is a payload of `media-batch-download-request`, typed as it is read. */
export const isMediaBatchDownloadRequest = validateMediaBatchDownloadRequest.accepts;
