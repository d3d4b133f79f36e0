// Generated from messages/model/thumbnail-generation-completed.yaml of the message catalog. Change it there.
import type { ThumbnailGenerationCompletedMessage } from '../messages/thumbnail-generation-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { StorageLocationSchema } from './types/storage-location.js';

/** The JSON Schema of `ThumbnailGenerationCompletedMessage`. */
export const ThumbnailGenerationCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    originalJobId: { type: 'string' },
    modelId: { type: 'string' },
    status: { type: 'string' },
    thumbnailPath: { type: 'string' },
    thumbnail360Views: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          angle_index: { type: 'integer' },
          index: { type: 'integer' },
          storage_path: { type: 'string' },
          url: { type: 'string' },
        },
      },
    },
    gltfPreviewPath: { type: 'string' },
    errorMessage: { type: 'string' },
    storageLocation: { $ref: () => StorageLocationSchema },
  },
};

/** Finds every problem of a payload of `thumbnail-generation-completed`. */
export const validateThumbnailGenerationCompleted: Validator<ThumbnailGenerationCompletedMessage> = compileValidator(ThumbnailGenerationCompletedMessageSchema);

/** Tells whether a value is a payload of `thumbnail-generation-completed`, typed as it is read. */
export const isThumbnailGenerationCompleted = validateThumbnailGenerationCompleted.accepts;
