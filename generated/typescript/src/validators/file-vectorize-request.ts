// Generated from messages/file/file-vectorize-request.yaml of the message catalog. Change it there.
import type { FileVectorizeRequestMessage } from '../messages/file-vectorize-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { StorageItemSchema } from './types/storage-item.js';

/** The JSON Schema of `FileVectorizeRequestMessage`. */
export const FileVectorizeRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    fileId: { type: 'string' },
    storageItem: { $ref: () => StorageItemSchema },
    modelName: { type: 'string' },
  },
};

/** Finds every problem of a payload of `file-vectorize-request`. */
export const validateFileVectorizeRequest: Validator<FileVectorizeRequestMessage> = compileValidator(FileVectorizeRequestMessageSchema);

/** Tells whether a value is a payload of `file-vectorize-request`, typed as it is read. */
export const isFileVectorizeRequest = validateFileVectorizeRequest.accepts;
