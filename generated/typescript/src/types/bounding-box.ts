// Generated from types/bounding-box.yaml of the message catalog. Change it there.

/** Size of the smallest upright box that a model fits into, in mm whatever unit its file uses. */
export type BoundingBox = {
  /** Width of the box in mm. */
  width?: number | undefined;
  /** Height of the box in mm. */
  height?: number | undefined;
  /** Depth of the box in mm. */
  depth?: number | undefined;
  /** Unit of the file that the values were converted from, for example `mm` or `inch`. */
  originalUnit?: string | undefined;
};
