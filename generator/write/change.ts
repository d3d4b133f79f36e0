/** One file that was written or removed, or is to be. */
export interface Change {
  readonly action: 'create' | 'update' | 'remove';
  /** Path below the output folder, with `/` between its parts. */
  readonly path: string;
  /** The text that was there before; `undefined` where there was none. */
  readonly before: string | undefined;
  /** The text that the catalog yields; `undefined` where the file goes. */
  readonly after: string | undefined;
  /** Whether what was there had been edited by hand, or was never generated: it is kept beside, under a name in `.orig`. */
  readonly isForeign: boolean;
}

/** How the output differs from what it should be. */
export interface OutputPlan {
  /** Sorted by path; manifests come last. Empty where the output is up to date. */
  readonly changes: readonly Change[];
  /** How many files are as they should be. */
  readonly unchanged: number;
  /** Names of the targets that were generated. */
  readonly targets: readonly string[];
}

/** What writing did, or would do. */
export interface WriteResult extends OutputPlan {
  /** Where what had been edited by hand, or was foreign, has been moved: paths below the output folder. */
  readonly kept: readonly string[];
}
