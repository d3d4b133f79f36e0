// Generated from messages/model/thumbnail-generation-request.yaml of the message catalog. Change it there.
import type { ThumbnailGenerationRequestMessage } from '../messages/thumbnail-generation-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { StorageLocationSchema } from './types/storage-location.js';
import { StoredImageSchema } from './types/stored-image.js';

/** The JSON Schema of `ThumbnailGenerationRequestMessage`. */
export const ThumbnailGenerationRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    modelId: { type: 'string' },
    ownerId: { type: 'string' },
    storageLocation: { $ref: () => StorageLocationSchema },
    minioPath: { type: 'string' },
    previewType: { type: 'string' },
    generate360Views: { type: 'boolean' },
    parentJobId: { type: 'string' },
    customization: {
      type: 'object',
      properties: {
        texture: { $ref: () => StoredImageSchema },
        background: {
          allOf: [
            { $ref: () => StoredImageSchema },
            {
              type: 'object',
              properties: { color: { type: 'string' } },
            },
          ],
        },
        watermark: {
          allOf: [
            { $ref: () => StoredImageSchema },
            {
              type: 'object',
              properties: {
                text: { type: 'string' },
                position: { type: 'string' },
                opacity: { type: 'number' },
              },
            },
          ],
        },
      },
    },
  },
};

/** Finds every problem of a payload of `thumbnail-generation-request`. */
export const validateThumbnailGenerationRequest: Validator<ThumbnailGenerationRequestMessage> = compileValidator(ThumbnailGenerationRequestMessageSchema);

/** Tells whether a value is a payload of `thumbnail-generation-request`, typed as it is read. */
export const isThumbnailGenerationRequest = validateThumbnailGenerationRequest.accepts;
