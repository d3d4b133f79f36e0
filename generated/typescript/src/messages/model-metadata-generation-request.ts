// Generated from messages/model/model-metadata-generation-request.yaml of the message catalog. Change it there.
import type { MeshSummary } from '../types/mesh-summary.js';

/**
 * Has an LLM look at a model's renderings and write its description, tags and categories for
 * marketplaces.
 *
 * Send it only after file download, technical metadata analysis and thumbnail generation have
 * completed for the model. The worker does not query the database: whatever the LLM is to know must
 * be in the payload.
 *
 * The result arrives in `model-metadata-generation-completed`. Products made of several models have
 * their own message, `metamodel-metadata-generation-request`.
 */
export interface ModelMetadataGenerationRequestMessage {
  /**
   * UUID of the model to describe. Only a reference: nothing is looked up by it, and
   * `model-metadata-generation-completed` repeats it. Format: UUID (RFC 9562).
   */
  modelId?: string | undefined;
  /** Facts on the model, as context for the LLM. */
  model?: {
    /** Display name of the model, for example `Ancient Dragon`. */
    name?: string | undefined;
    /** Name of the model file with its extension, for example `ancient-dragon.stl`. */
    fileName?: string | undefined;
    /** How large the model file is, in bytes. Integer. */
    fileSize?: number | undefined;
    /** User that the model belongs to. */
    ownerId?: string | undefined;
  } | undefined;
  /**
   * Geometry and measures of the mesh, taken from the technical analysis reported in
   * `model-technical-metadata-completed`.
   */
  technicalMetadata?: MeshSummary & {
    /**
     * Bounding box of the mesh, passed on as the technical analysis gave it; see `boundingBox` in
     * `model-technical-metadata-completed`.
     */
    boundingBox?: { [key: string]: unknown } | undefined;
  } | undefined;
  /**
   * Renderings that the LLM looks at. They show the model from all around, as thumbnail generation
   * makes them with `generate360Views`.
   */
  thumbnails?: Array<{
    /** Identifies the rendering within the backend. */
    id?: string | undefined;
    /** URL or path the worker reads the rendering from. */
    url?: string | undefined;
    /** Angle from which the model is seen in this rendering. */
    angle?: number | undefined;
  }> | undefined;
}
