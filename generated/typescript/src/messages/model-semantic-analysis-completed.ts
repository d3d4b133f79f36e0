// Generated from messages/model/model-semantic-analysis-completed.yaml of the message catalog. Change it there.

/**
 * Delivers the tags, shape embedding and similar models that semantic analysis found for a model.
 *
 * Workers send it when a `model-semantic-analysis-request` has ended, in success or failure. Match
 * it to the request by `modelId`. Results are in `semanticMetadata`; when the analysis failed,
 * `error` says why and whether another try makes sense. The other objects tell how long it took and
 * how far to trust it.
 */
export interface ModelSemanticAnalysisCompletedMessage {
  /** Model that was analysed, as given in the request. */
  modelId?: string | undefined;
  /** User who owns the model, as given in the request. */
  userId?: string | undefined;
  /** How the analysis ended. When it failed, `error` has the reason. */
  processingStatus?: string | undefined;
  /** What was found out about the model. */
  semanticMetadata?: {
    /** Tags for what the model depicts. */
    semanticTags?: Array<{
      /** Tag itself, for example `dragon`. */
      tagName?: string | undefined;
      /** How sure the analysis is that the tag applies; higher is surer. */
      confidence?: number | undefined;
      /** Group of tags that this one belongs to. */
      category?: string | undefined;
    }> | undefined;
    /**
     * Vector that ULIP-2 computed for the model's shape. Models with vectors close to each other
     * are similar.
     */
    embedding?: number[] | undefined;
    /**
     * Known models with a similar shape, selected by `similarityThreshold` and `similarityK` of the
     * request.
     */
    similarModels?: Array<{
      /** Model that was found to be similar. */
      modelId?: string | undefined;
      /** How similar that model is to the analysed one; higher is more similar. */
      similarity?: number | undefined;
      /** What the search index holds about the similar model besides its vector. */
      metadata?: { [key: string]: unknown } | undefined;
    }> | undefined;
    /**
     * Measures of the mesh taken along the way. Units are not specified here; rely on
     * `model-technical-metadata-completed` for measures in millimetres.
     */
    geometricFeatures?: {
      /** How many vertices the mesh has. Integer. */
      vertexCount?: number | undefined;
      /** How many faces the mesh has. Integer. */
      faceCount?: number | undefined;
      /** Volume that the mesh encloses. */
      volume?: number | undefined;
      /** Total area of the mesh's faces. */
      surfaceArea?: number | undefined;
      /** Size of the smallest upright box around the mesh. */
      boundingBox?: {
        /** Width of the box; its unit is not specified. */
        width?: number | undefined;
        /** Height of the box; its unit is not specified. */
        height?: number | undefined;
        /** Depth of the box; its unit is not specified. */
        depth?: number | undefined;
      } | undefined;
      /** True when the mesh is closed, without holes. */
      isWatertight?: boolean | undefined;
      /** True when the file has UV coordinates for textures. */
      hasTextureCoords?: boolean | undefined;
      /** How complex the geometry is, as a label. */
      complexity?: string | undefined;
    } | undefined;
  } | undefined;
  /** How long the analysis took, in total and by stage. */
  processingTime?: {
    /** Duration of the whole analysis in milliseconds. */
    totalTimeMs?: number | undefined;
    /** Time spent on reading and measuring the geometry, in milliseconds. */
    geometryTimeMs?: number | undefined;
    /** Time spent in the neural network, in milliseconds. */
    neuralTimeMs?: number | undefined;
    /** Time spent on the search for similar models, in milliseconds. */
    searchTimeMs?: number | undefined;
  } | undefined;
  /** How far the results can be trusted, and what followed from them. */
  qualityMetrics?: {
    /** How sure the analysis is of its results as a whole; higher is surer. */
    overallConfidence?: number | undefined;
    /** Number of tags in `semanticMetadata.semanticTags`. Integer. */
    tagCount?: number | undefined;
    /**
     * True when the model duplicates a known one. Checked only when the request sets
     * `enableDuplicateDetection`.
     */
    duplicateDetected?: boolean | undefined;
    /** True when the model was added to the knowledge base that later analyses search. */
    knowledgeBaseUpdated?: boolean | undefined;
  } | undefined;
  /** Why the analysis failed. Absent when it succeeded. */
  error?: {
    /** What went wrong, in words for people. */
    message?: string | undefined;
    /** Kind of error, for grouping and for choosing how to react. */
    category?: string | undefined;
    /** True when sending the request again may succeed. */
    retryable?: boolean | undefined;
    /** Details for developers, such as the underlying error. Not meant for users. */
    technicalDetails?: string | undefined;
  } | undefined;
  /** Where and how the job ran, for troubleshooting. */
  debugInfo?: {
    /** Version of the worker that ran the analysis. */
    workerVersion?: string | undefined;
    /** Machine or container the analysis ran on. */
    processingNode?: string | undefined;
    /** True when the neural network ran on a GPU. */
    gpuUsed?: boolean | undefined;
    /** Memory the analysis used, in megabytes. */
    memoryUsageMb?: number | undefined;
  } | undefined;
}
