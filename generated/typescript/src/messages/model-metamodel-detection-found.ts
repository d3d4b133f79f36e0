// Generated from messages/metamodel/model-metamodel-detection-found.yaml of the message catalog. Change it there.
import type { EkgEdge } from '../types/ekg-edge.js';

/**
 * Reports the metamodels that were detected in a folder, and how they are nested.
 *
 * Workers emit it while a `model-metamodel-detection-request` runs. `metamodels` is a flat list of
 * nodes, roots and children alike; their `parentMetamodelId` and `childMetamodelIds` make it a
 * hierarchy.
 *
 * Where Louvain clustering has found relations between metamodels, they are in `ekgEdges`. Pass
 * them on with `ekg-edge-batch-create-request` to have them stored.
 */
export interface ModelMetamodelDetectionFoundMessage {
  /** Metamodels found, roots and children in one list. */
  metamodels: Array<{
    /** Id of this metamodel, by which the other nodes of the message refer to it. */
    internalId: string;
    /** Name of the product, as detection derived it. */
    name: string;
    /** Storage items (files) that the metamodel is made of. */
    storageItemIds?: string[] | undefined;
    /** Metamodels directly below this one, by their `internalId`. */
    childMetamodelIds?: string[] | undefined;
    /** Metamodel directly above this one, by its `internalId`. Absent for a root. */
    parentMetamodelId?: string | undefined;
    /** How sure the detection is that these files belong together; the higher, the surer. */
    confidenceScore: number;
    /** Library in which the metamodel was found. */
    libraryId: string;
    /**
     * Batch of media files that belongs to the metamodel, as in `batchId` of
     * `media-batch-download-request`.
     */
    mediaBatchId?: string | undefined;
    /** Kind of metamodel that the node is, as a label. */
    metaModelType?: string | undefined;
    /** What else detection has learned about the metamodel, from file names and from its source. */
    metadata?: {
      /** Level of the node in the hierarchy. Integer. */
      level?: number | undefined;
      /** Stock number of the product, where its creator gave it one. */
      sku?: string | undefined;
      /** Scale that the product is made in, as written by its creator, for example `32mm`. */
      scale?: string | undefined;
      /** Person or studio that designed the product. */
      creator?: string | undefined;
      /** True when the metamodel is another version of a product rather than one of its own. */
      isVariant?: boolean | undefined;
      /** Kind of part that the node is within its product, as a label. */
      partType?: string | undefined;
      /** Where the product comes from, for example Thingiverse. */
      source?: string | undefined;
      /** Thingiverse's id of the thing. Only for products from Thingiverse. */
      thingId?: string | undefined;
      /** Address of the product's page at its source. */
      url?: string | undefined;
      /** Small picture of the product, by its address. */
      thumbnail?: string | undefined;
      /** Pictures and other media of the product that can be downloaded from its source. */
      mediaUrls?: Array<{
        /** Address from which the media file can be downloaded. */
        url: string;
        /** Name of the media file. */
        name?: string | undefined;
        /** Type of the media file, for example `image/jpeg`. */
        type?: string | undefined;
        /** What the source says about the media file. */
        metadata?: {
          /** Kind of media, for example a picture or a video. */
          mediaType?: string | undefined;
          /** True for the one that represents the product, as in a list of products. */
          isPrimary?: boolean | undefined;
          /** Width of the picture in pixels. Integer. */
          width?: number | undefined;
          /** Height of the picture in pixels. Integer. */
          height?: number | undefined;
          /** Thingiverse's id of the thing that the media file is from. */
          thingId?: string | undefined;
          /** Id of the media file at its source. */
          fileId?: string | undefined;
        } | undefined;
      }> | undefined;
    } | undefined;
  }>;
  /**
   * Relations found by Louvain clustering. Optional; older workers do not send them. Each item: One
   * relation with its evidence, ready for `ekg-edge-batch-create-request`.
   */
  ekgEdges?: EkgEdge[] | undefined;
}
