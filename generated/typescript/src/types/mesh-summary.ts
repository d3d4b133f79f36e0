// Generated from types/mesh-summary.yaml of the message catalog. Change it there.

/**
 * The key figures of a mesh, as a language model needs them to write about the model. The technical
 * metadata analysis has all of them.
 */
export type MeshSummary = {
  /** How many vertices the mesh has. Integer. */
  vertices?: number | undefined;
  /** How many faces (polygons) the mesh has. Integer. */
  faces?: number | undefined;
  /** Volume of the model in mm³. */
  volumeMm3?: number | undefined;
  /**
   * Outer dimensions of the model in mm, one number for each axis. Each item: Extent along one
   * axis, in mm.
   */
  dimensionsMm?: number[] | undefined;
  /** True when the mesh is closed, and so can be printed without repair. */
  isWatertight?: boolean | undefined;
};
