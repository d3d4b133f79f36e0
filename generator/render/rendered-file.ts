/** One file of the output, in memory. */
export interface RenderedFile {
  /** Path below the output folder, with `/`; the first part names the target. */
  readonly path: string;
  readonly content: string;
  /** Path of the template below the templates folder. */
  readonly template: string;
  /** Whether it was rendered; copied files were checked where they were written. */
  readonly isRendered: boolean;
}
