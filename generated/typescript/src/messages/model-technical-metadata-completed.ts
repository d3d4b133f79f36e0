// Generated from messages/model/model-technical-metadata-completed.yaml of the message catalog. Change it there.
import type { BoundingBox } from '../types/bounding-box.js';

/**
 * Delivers a model's geometry, mesh defects, quality scores and estimates for printing it.
 *
 * Workers send it when a `model-technical-metadata-request` has ended, in success or failure. Match
 * it to the
 * request by `originalJobId`, or to the model by `modelId`. When `status` is `FAILED`,
 * `errorMessage` and
 * `errorCode` say why.
 *
 * `manifold`, `qualityScore` and `printabilityScore` answer whether the model can be printed; the
 * counts of
 * defects tell what to repair if not. Lengths are in millimetres, whatever unit the file was made
 * in.
 */
export interface ModelTechnicalMetadataCompletedMessage {
  /** Job id of the `model-technical-metadata-request` that this message answers. */
  originalJobId?: string | undefined;
  /** Model that was analysed, as given in the request. */
  modelId?: string | undefined;
  /**
   * How the analysis ended. `FAILED` comes with an `errorMessage`. Known values: `FAILED`; others
   * are accepted.
   */
  status?: 'FAILED' | (string & {}) | undefined;
  /** How many vertices the mesh has. Integer. */
  vertices?: number | undefined;
  /** How many faces (polygons) the mesh has. Integer. */
  faces?: number | undefined;
  /** How many edges the mesh has. Integer. */
  edges?: number | undefined;
  /** How detailed the model looks, as a label derived from how dense its polygons are. */
  detailLevel?: string | undefined;
  /** Outer size of the model, in millimetres. */
  boundingBox?: BoundingBox | undefined;
  /** Volume of the model in mm³; estimates of material are based on it. */
  volumeCubicMm?: number | undefined;
  /** Total area of the model's surface in mm². */
  surfaceAreaSqMm?: number | undefined;
  /**
   * Thickness of the thinnest wall in mm. Critical for printing: walls can be too thin to come out.
   */
  minWallThickness?: number | undefined;
  /** Thickness of the thickest wall in mm. */
  maxWallThickness?: number | undefined;
  /** True when the mesh is watertight, and so can be printed; false when it needs repair first. */
  manifold?: boolean | undefined;
  /**
   * Number of edges that keep the mesh from being manifold. Above 0, the mesh needs repair.
   * Integer.
   */
  nonManifoldEdges?: number | undefined;
  /** Number of holes (boundary loops) in the mesh; 0 means that it is closed. Integer. */
  holes?: number | undefined;
  /**
   * Number of faces whose normal points the wrong way, which disturbs rendering and slicing.
   * Integer.
   */
  flippedNormals?: number | undefined;
  /** Number of faces that cut through other faces of the mesh; 0 means clean geometry. Integer. */
  selfIntersections?: number | undefined;
  /**
   * Overall quality, from 0 to 100 (perfect for printing). Below 60, the mesh needs repair.
   * Minimum: 0. Maximum: 100.
   */
  qualityScore?: number | undefined;
  /**
   * How easily the model prints, from 0 to 100, considering supports, orientation and size limits.
   * Minimum: 0. Maximum: 100.
   */
  printabilityScore?: number | undefined;
  /** True when the model cannot be printed without support structures. */
  requiresSupports?: boolean | undefined;
  /** Overhanging areas that need supports. */
  overhangs?: Array<{
    /** Steepness of the overhang, as an angle. */
    angle?: number | undefined;
    /** Size of the overhanging surface. */
    area?: number | undefined;
    /** Where on the model the overhang is. */
    location?: string | undefined;
  }> | undefined;
  /**
   * Expected print time in minutes at normal quality: layers of 0.2 mm and 20 % infill. Other
   * presets are in `printTimeEstimates`. Integer.
   */
  estimatedPrintTimeMinutes?: number | undefined;
  /** Expected print time by quality preset, in minutes as in `estimatedPrintTimeMinutes`. */
  printTimeEstimates?: {
    /** Print time at draft quality, the coarsest preset. */
    draft?: number | undefined;
    /** Print time at normal quality. */
    normal?: number | undefined;
    /** Print time at high quality, the finest preset. */
    highQuality?: number | undefined;
  } | undefined;
  /**
   * Expected material in grams at 20 % infill, for PLA with a density of 1.24 g/cm³. Other infills
   * are in `materialEstimates`.
   */
  estimatedMaterialGrams?: number | undefined;
  /** Expected material by infill, in grams as in `estimatedMaterialGrams`. */
  materialEstimates?: {
    /** Material needed at 10 % infill. */
    infill10?: number | undefined;
    /** Material needed at 20 % infill. */
    infill20?: number | undefined;
    /** Material needed at 50 % infill. */
    infill50?: number | undefined;
    /** Material needed when printed solid, at 100 % infill. */
    infill100?: number | undefined;
  } | undefined;
  /** How to turn the model on the print bed for the fewest supports and the best result. */
  recommendedOrientation?: {
    /** Angle to turn the model by around the X axis. */
    rotationX?: number | undefined;
    /** Angle to turn the model by around the Y axis. */
    rotationY?: number | undefined;
    /** Angle to turn the model by around the Z axis. */
    rotationZ?: number | undefined;
    /** Why this orientation is the best one, for the user to read. */
    reasoning?: string | undefined;
  } | undefined;
  /** Unit the file was made in, read from its metadata or inferred from the model's scale. */
  originalUnit?: string | undefined;
  /**
   * File format together with its variant or version. Known values: `STL Binary`, `OBJ v4`, `PLY 1.0`;
   * others are accepted.
   */
  formatVersion?: 'STL Binary' | 'OBJ v4' | 'PLY 1.0' | (string & {}) | undefined;
  /** True when the file has a colour for each vertex. */
  hasColorData?: boolean | undefined;
  /** True when the file has UV coordinates for textures. */
  hasTextureCoordinates?: boolean | undefined;
  /** True when the file has a normal vector for each vertex. */
  hasVertexNormals?: boolean | undefined;
  /** Tool or service that did the analysis. */
  analyzedBy?: string | undefined;
  /**
   * Version of the analysis algorithm. Results of an older version may be worth analysing again.
   */
  analysisVersion?: string | undefined;
  /**
   * How sure the analysis is of its results, from 0 (uncertain) to 1 (highly confident). Minimum: 0.
   * Maximum: 1.
   */
  analysisConfidence?: number | undefined;
  /** Problems noticed during the analysis that did not stop it, in a form programs can handle. */
  analysisWarnings?: Array<{
    /** Machine-readable code for the kind of problem. */
    code?: string | undefined;
    /** What was noticed, in words for people. */
    message?: string | undefined;
    /** How serious the problem is, as a label. */
    severity?: string | undefined;
  }> | undefined;
  /**
   * Time at which the analysis was done, in ISO 8601. Format: date-time (RFC 3339), such as
   * `2026-03-14T09:26:53Z`.
   */
  analyzedAt?: string | undefined;
  /** What went wrong, in detail, in words for people. Present when `status` is `FAILED`. */
  errorMessage?: string | undefined;
  /** Machine-readable code for what went wrong, by which programs can decide how to react. */
  errorCode?: string | undefined;
}
