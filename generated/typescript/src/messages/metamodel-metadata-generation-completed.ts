// Generated from messages/metamodel/metamodel-metadata-generation-completed.yaml of the message catalog. Change it there.
import type { BoundingBox } from '../types/bounding-box.js';

/**
 * Delivers what an LLM wrote about a metamodel, and the technical data of all its parts together.
 *
 * Workers send it at the end of a `metamodel-metadata-generation-request`. `metadata` is generated,
 * so each statement in it is an estimate, many with a `confidence`; `technicalMetadata` is
 * calculated from the analysis of the constituent models.
 *
 * Before offering the product for sale, look at `technicalMetadata.validationStatus`.
 */
export interface MetamodelMetadataGenerationCompletedMessage {
  /** Metamodel that was described, as given in the request. */
  metamodelId: string;
  /** What the LLM wrote about the product. */
  metadata: {
    /** Categories that the product was sorted into, and why. */
    classification: {
      /** Main category, for example `miniature` or `terrain`. */
      primary_category?: string | undefined;
      /** Finer category within `primary_category`. */
      sub_category?: string | undefined;
      /** How sure the LLM is of the categories; the higher, the surer. */
      confidence?: number | undefined;
      /** Why the LLM chose the categories, one reason per entry. */
      reasoning?: string[] | undefined;
    };
    /** Technology that the product is best printed with, and why. */
    printTechnology: {
      /** Recommended technology, for example FDM or resin printing. */
      recommended?: string | undefined;
      /** How sure the LLM is of the recommendation; the higher, the surer. */
      confidence?: number | undefined;
      /** Why the technology is recommended, one reason per entry. */
      reasoning?: string[] | undefined;
      /** How many of the constituent models call for which technology. */
      constituentsAnalysis?: {
        /** How many parts can be printed with FDM (melted filament). Integer. */
        fdmCompatible?: number | undefined;
        /** How many parts have to be printed in resin. Integer. */
        resinRequired?: number | undefined;
        /** How many parts were looked at in all. Integer. */
        totalParts?: number | undefined;
      } | undefined;
    };
    /**
     * Franchise that the product seems to belong to. Check it before a sale: the names may be
     * protected.
     */
    franchise: {
      /** Name of the franchise, for example `Dungeons & Dragons`. */
      name?: string | undefined;
      /** Fictional universe within or around the franchise. */
      universe?: string | undefined;
      /** How sure the LLM is that the product belongs to the franchise; the higher, the surer. */
      confidence?: number | undefined;
      /** What is to be known about licences for the franchise, in words for people. */
      licensingInfo?: string | undefined;
    };
    /** Tags for the product, grouped by what they say about it. */
    tagDataJson: {
      /** Tags for the artistic style, for example `low-poly`. */
      style?: string[] | undefined;
      /** Tags for technical properties, for example `multi-part`. */
      technical?: string[] | undefined;
      /** Tags for where the product comes from. */
      source?: string[] | undefined;
      /** Tags for how good or how finely made the models are. */
      quality?: string[] | undefined;
      /** Tags for the scale, for example `32mm`. */
      scale?: string[] | undefined;
      /** Tags for what the product is used for, for example `tabletop`. */
      usage?: string[] | undefined;
      /** Tags that fit none of the other groups. */
      custom?: string[] | undefined;
    };
    /** What it takes to put the printed parts together. */
    assemblyMetadata: {
      /** How many parts the product is assembled from. Integer. */
      totalParts?: number | undefined;
      /** How difficult the assembly is, as a label. */
      complexity?: string | undefined;
      /** How long the assembly will take by estimate. The message does not say in which unit. */
      estimatedAssemblyTime?: number | undefined;
      /** True when parts have to be glued. */
      requiresGlue?: boolean | undefined;
      /** True when the product has to be painted to look as intended. */
      requiresPainting?: boolean | undefined;
      /** True when parts have to be printed with support structures. */
      requiresSupports?: boolean | undefined;
      /** How to assemble the product, as a document, as text or as both. */
      instructions?: {
        /** Address of a document with the instructions. */
        url?: string | undefined;
        /** Instructions as text, right in the message. */
        embedded?: string | undefined;
      } | undefined;
    };
    /** How the metadata was generated, to trace it and to account for the effort. */
    aiGenerationMetadata: {
      /** Version of the worker that did the generation. */
      workerVersion?: string | undefined;
      /** Names of the Ollama models that were asked. */
      ollamaModels?: string[] | undefined;
      /** How many answers of the LLM went into the metadata. Integer. */
      totalResponses?: number | undefined;
      /** How long the generation took, in seconds. */
      processingTimeSeconds?: number | undefined;
      /** How many tokens were sent to the LLM, over all its answers. Integer. */
      promptTokens?: number | undefined;
      /** How many tokens the LLM wrote, over all its answers. Integer. */
      completionTokens?: number | undefined;
      /** Time at which the metadata was generated, in ISO 8601. */
      generatedAt?: string | undefined;
    };
    /** Text that describes the product to buyers. */
    generatedDescription: string;
    /**
     * What the product might sell for. The worker decides which keys there are, for example a price
     * and its currency.
     */
    pricing: { [key: string]: unknown };
    /**
     * Drafts of the product's listings, for example one under each marketplace's name. The worker
     * decides which keys there are.
     */
    marketplaceListingsJson: { [key: string]: unknown };
  };
  /**
   * Technical data of all parts together. For that of a single model see
   * `model-technical-metadata-completed`.
   */
  technicalMetadata: {
    /** How many vertices the meshes of all parts have together. Integer. */
    totalVertices: number;
    /** How many faces the meshes of all parts have together. Integer. */
    totalFaces: number;
    /** How many edges the meshes of all parts have together. Integer. */
    totalEdges: number;
    /** How detailed the parts are on average, as a label like `detailLevel` of a single model. */
    averageDetailLevel: string;
    /** Outer size of the assembled product, in mm. */
    assembledBoundingBox: BoundingBox;
    /** Volume of all parts together, in mm³. */
    totalVolumeCubicMm: number;
    /** Surface of all parts together, in mm². */
    totalSurfaceAreaSqMm: number;
    /** True when the mesh of every part is watertight, and so can be printed without repair. */
    allPartsManifold: boolean;
    /** Quality score of the worst part, on the scale of `qualityScore` of a single model. */
    lowestQualityScore: number;
    /**
     * Printability score of the worst part, on the scale of `printabilityScore` of a single model.
     */
    lowestPrintabilityScore: number;
    /** How many parts have a mesh that needs repair before it can be printed. Integer. */
    partsRequiringRepair: number;
    /** How many parts have walls that may be too thin to print. Integer. */
    partsWithThinWalls: number;
    /** Parts of the product and their role in it. */
    constituentModels: Array<{
      /** Model that the part is printed from. */
      modelId?: string | undefined;
      /** Name of the part. */
      name?: string | undefined;
      /** Position of the part in the order of the parts; sort by it. Integer. */
      orderIndex?: number | undefined;
      /** What the part is for within the product, in words for people. */
      purpose?: string | undefined;
      /** True when the product is complete without the part. */
      isOptional?: boolean | undefined;
    }>;
    /** Whether the product is fit to be sold, check by check. */
    validationStatus: {
      /** True when no part of the product is missing. */
      allPartsPresent?: boolean | undefined;
      /** True when every part has been through the technical analysis. */
      allPartsAnalyzed?: boolean | undefined;
      /** True when the instructions cover the whole assembly. */
      assemblyInstructionsComplete?: boolean | undefined;
      /** True when even the worst part is good enough. */
      minimumQualityMet?: boolean | undefined;
      /** Overall verdict; true when the product can be offered on marketplaces. */
      readyForMarketplace?: boolean | undefined;
    };
    /** Time at which the results were put together, in ISO 8601. */
    analyzedAt: string;
    /** Version of the analysis algorithm, to tell results of older versions apart. */
    analysisVersion: string;
  };
}
