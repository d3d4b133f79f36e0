// Generated from messages/file/file-download-request.yaml of the message catalog. Change it there.
import type { FileDownloadRequestMessage } from '../messages/file-download-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { StorageLocationSchema } from './types/storage-location.js';

/** The JSON Schema of `FileDownloadRequestMessage`. */
export const FileDownloadRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string' },
    ownerId: { type: 'string' },
    storageLocation: { $ref: () => StorageLocationSchema },
    metadata: {
      type: 'object',
      properties: { downloadUrl: { type: 'string' } },
    },
    credentials: {
      type: 'object',
      properties: {
        providerType: { type: 'string' },
        accessKeyId: { type: 'string' },
        secretAccessKey: { type: 'string' },
        region: { type: 'string' },
        accessToken: { type: 'string' },
        refreshToken: { type: 'string' },
        username: { type: 'string' },
        password: { type: 'string' },
        privateKey: { type: 'string' },
      },
    },
    minioDestination: {
      type: 'object',
      properties: { bucket: { type: 'string' }, path: { type: 'string' } },
      required: ['path'],
    },
    autoEnqueueChildren: { type: 'boolean' },
    previewType: { type: 'string' },
    generate360Views: { type: 'boolean' },
    webhookUrl: { type: 'string', format: 'uri' },
  },
};

/** Finds every problem of a payload of `file-download-request`. */
export const validateFileDownloadRequest: Validator<FileDownloadRequestMessage> = compileValidator(FileDownloadRequestMessageSchema);

/** Tells whether a value is a payload of `file-download-request`, typed as it is read. */
export const isFileDownloadRequest = validateFileDownloadRequest.accepts;
