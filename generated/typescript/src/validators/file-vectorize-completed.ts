// Generated from messages/file/file-vectorize-completed.yaml of the message catalog. Change it there.
import type { FileVectorizeCompletedMessage } from '../messages/file-vectorize-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `FileVectorizeCompletedMessage`. */
export const FileVectorizeCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    fileId: { type: 'string' },
    vector: { type: 'array', items: { type: 'number' } },
    modelName: { type: 'string' },
    dimension: { type: 'integer' },
  },
};

/** Finds every problem of a payload of `file-vectorize-completed`. */
export const validateFileVectorizeCompleted: Validator<FileVectorizeCompletedMessage> = compileValidator(FileVectorizeCompletedMessageSchema);

/** Tells whether a value is a payload of `file-vectorize-completed`, typed as it is read. */
export const isFileVectorizeCompleted = validateFileVectorizeCompleted.accepts;
