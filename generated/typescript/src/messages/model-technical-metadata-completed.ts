// Generated from messages/model/model-technical-metadata-completed.yaml of the message catalog. Change it there.
import type { BoundingBox } from '../types/bounding-box.js';

/**
 * Delivers a model's geometry, mesh defects, quality scores and estimates for printing it.
 *
 * Workers send it when a `model-technical-metadata-request` has ended, in success or failure. Match
 * it to the request by `originalJobId`, or to the model by `modelId`. When `status` is `FAILED`,
 * `errorMessage` and `errorCode` say why.
 *
 * `manifold`, `qualityScore` and `printabilityScore` answer whether the model can be printed; the
 * counts of defects tell what to repair if not. Lengths are in millimetres, whatever unit the file
 * was made in.
 */
export interface ModelTechnicalMetadataCompletedMessage {
  /**
   * BullMQ id of the request's job. It is the `jobId` that enqueuing the
   * `model-technical-metadata-request` returned.
   */
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
  /** How many edges are not manifold. Above 0, the mesh needs repair. Integer. */
  nonManifoldEdges?: number | undefined;
  /**
   * How many openings the mesh has. Each is bounded by a loop of edges; a closed mesh has 0.
   * Integer.
   */
  holes?: number | undefined;
  /**
   * How many faces point the wrong way. Their normals are inverted, which disturbs rendering and
   * slicing. Integer.
   */
  flippedNormals?: number | undefined;
  /** How many faces cut through others. None means clean geometry. Integer. */
  selfIntersections?: number | undefined;
  /**
   * Grade of the mesh as a whole, from 0 to 100, which prints perfectly. Repair it below 60.
   * Minimum: 0. Maximum: 100.
   */
  qualityScore?: number | undefined;
  /**
   * How easily it prints, from 0 to 100. Supports, orientation and size limits are considered.
   * Minimum: 0. Maximum: 100.
   */
  printabilityScore?: number | undefined;
  /** True when it prints only with supports. */
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
   * Expected print time in minutes. It is for normal quality: layers of 0.2 mm and 20 % infill.
   * Other presets are in `printTimeEstimates`. Integer.
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
   * Expected material in grams. It is for PLA with a density of 1.24 g/cm³ at 20 % infill. Other
   * infills are in `materialEstimates`.
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
  /** Best way up on the print bed. It takes the fewest supports and gives the best result. */
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
   * File format with its variant or version. Known values: `STL Binary`, `OBJ v4`, `PLY 1.0`;
   * others are accepted.
   */
  formatVersion?: 'STL Binary' | 'OBJ v4' | 'PLY 1.0' | (string & {}) | undefined;
  /** True when each vertex has a colour. */
  hasColorData?: boolean | undefined;
  /** True when there are UV coordinates. Textures are placed by them. */
  hasTextureCoordinates?: boolean | undefined;
  /** True when each vertex has a normal. */
  hasVertexNormals?: boolean | undefined;
  /** Tool or service that did the analysis. */
  analyzedBy?: string | undefined;
  /**
   * Version of the analysis algorithm. Results of an older version may be worth analysing again.
   */
  analysisVersion?: string | undefined;
  /**
   * How sure the analysis is, from 0 to 1. 0 is uncertain, 1 highly confident. Minimum: 0. Maximum: 1.
   */
  analysisConfidence?: number | undefined;
  /** Problems that did not stop the analysis, in a form programs can handle. */
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
  /** What went wrong, as a code. Programs can decide by it how to react. */
  errorCode?: string | undefined;
}
