// Generated from messages/metamodel/metamodel-metadata-generation-request.yaml of the message catalog. Change it there.
import type { StorageItem } from '../types/storage-item.js';

/**
 * Has an LLM describe, classify and tag a metamodel from the models it is made of.
 *
 * Send it when a metamodel's constituent models are known. The worker gathers the data of the
 * constituents and has Ollama generate the metadata of the product as a whole. A single model has
 * its own message, `model-metadata-generation-request`.
 *
 * The generated metadata and the technical data of all parts together come back in
 * `metamodel-metadata-generation-completed`.
 */
export interface MetamodelMetadataGenerationRequestMessage {
  /** Metamodel to describe; `metamodel-metadata-generation-completed` repeats it. */
  metamodelId?: string | undefined;
  /**
   * Models that the metamodel is made of, by id. `constituentModels` carries what the worker needs
   * to know about them.
   */
  constituentModelIds?: string[] | undefined;
  /** Name of the metamodel, from which the LLM learns what the product is. */
  name?: string | undefined;
  /** User that the metamodel belongs to. */
  ownerId?: string | undefined;
  /** Library that the metamodel belongs to. */
  libraryId?: string | undefined;
  /** Same models as in `constituentModelIds`, with their names and files. */
  constituentModels?: Array<{
    /** Model of this entry, one of `constituentModelIds`. */
    modelId?: string | undefined;
    /** Name of the model, which tells the LLM which part of the product it is. */
    name?: string | undefined;
    /** Storage connection that the model's files come from. */
    storageConnectionId?: string | undefined;
    /**
     * Files of the model, 3D files and pictures alike; `isImage` tells them apart. Each item: One
     * file of the model.
     */
    storageItems?: StorageItem[] | undefined;
  }> | undefined;
  /**
   * URL to be called once it is generated. When absent, no URL is called. Format: URI (RFC 3986),
   * absolute.
   */
  webhookUrl?: string | undefined;
}
