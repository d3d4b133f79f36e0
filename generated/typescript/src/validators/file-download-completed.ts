// Generated from messages/file/file-download-completed.yaml of the message catalog. Change it there.
import type { FileDownloadCompletedMessage } from '../messages/file-download-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { S3LocationSchema } from './types/s3-location.js';

/** The JSON Schema of `FileDownloadCompletedMessage`. */
export const FileDownloadCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    originalJobId: { type: 'string' },
    modelId: { type: 'string' },
    status: { type: 'string' },
    s3Location: { $ref: () => S3LocationSchema },
    errorMessage: { type: 'string' },
    downloadedAt: { type: 'string' },
  },
};

/** Finds every problem of a payload of `file-download-completed`. */
export const validateFileDownloadCompleted: Validator<FileDownloadCompletedMessage> = compileValidator(FileDownloadCompletedMessageSchema);

/** Tells whether a value is a payload of `file-download-completed`, typed as it is read. */
export const isFileDownloadCompleted = validateFileDownloadCompleted.accepts;
