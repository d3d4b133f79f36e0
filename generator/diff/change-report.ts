import type { Sender } from '../catalog/catalog.js';
import type { Json, Path } from '../json.js';
import type { SourceFile } from '../load/source.js';

/** Parts of a version that a release has to raise, the least first. */
export const bumps = ['none', 'patch', 'minor', 'major'] as const;

/** One of {@link bumps}; `none` where nothing that a caller could see has changed. */
export type Bump = (typeof bumps)[number];

/** See {@link Side}. */
export const sides = ['oldWriters', 'oldReaders'] as const;

/**
 * Whom a change meets: who writes by the contract before meets the one after (`oldWriters`), or who reads by the contract
 * before meets what the one after allows (`oldReaders`).
 */
export type Side = (typeof sides)[number];

/** See {@link Level}; the worst first. */
export const levels = ['runtime-breaking', 'compile-breaking', 'undecided', 'safe'] as const;

/**
 * What a change does to one side. `runtime-breaking` has a witness that was checked both ways, `compile-breaking` a snippet that
 * compiles before and not after, `undecided` says what stays open, `safe` is proven.
 */
export type Level = (typeof levels)[number];

/** What changed in a message for one side, at one level. */
export interface Change {
  /** Name of the message. */
  readonly message: string;
  readonly sentBy: Sender;
  readonly side: Side;
  readonly level: Level;
  /** JSON Pointer into the payload's schema, or into the message where it does not start with a keyword of schemas; empty for the whole message. */
  readonly pointer: string;
  /** What changed and what it means, a sentence for each place, in one line; values and names in it are code spans of Markdown. */
  readonly reason: string;
  /** Payload that one contract accepts and the other refuses; there at `runtime-breaking` alone. */
  readonly witness?: Json;
  /** TypeScript that compiles with the package before and not with the one after; there where types break. */
  readonly snippet?: string;
  /** Reason of the waiver in `catalog.yaml` that admits the change; there only where one does. A waived change needs no major version. */
  readonly waived?: string;
}

/** One of the places of a change. */
export interface ChangedPlace {
  /** What a waiver of the place names; see {@link Change}. */
  readonly pointer: string;
  /** See {@link Change}. */
  readonly reason: string;
}

/** How two versions of a catalog differ: what `diff --format json` prints. */
export interface ChangeReport {
  /** Version of the catalog before. */
  readonly before: string;
  /** Version of the catalog after. */
  readonly after: string;
  /** What the changes need of a new version. */
  readonly bump: Bump;
  /** An entry for each message, side and level that is not `safe`, worst first and then by name. */
  readonly changes: readonly Change[];
  /** Names that the package root exported and no longer does, sorted. */
  readonly exports: readonly string[];
  /** What else people should know, a line of Markdown each: messages that came, order of deployment, settings, secrets. */
  readonly notices: readonly string[];
}

/** How a diff is made. */
export interface DiffOptions {
  /** Whether a witness may hold properties to which the other version alone gives a meaning. Default: no. */
  readonly strict?: boolean;
  /** Whether the report has the changes that are `safe`, too. Default: no. */
  readonly all?: boolean;
  /** Today's date, as `2026-01-31`: a waiver that ends before it is an error. */
  readonly today: string;
}

/** A report, and what fails a run whatever the version says. */
export interface Diff {
  readonly report: ChangeReport;
  /** What callers and workers gain: a line of Markdown each. */
  readonly added: readonly string[];
  /** Waivers that have ended, and secrets that would be printed from now on: a line each. */
  readonly problems: readonly string[];
  /** The places of a change that `reason` is about, that of its `pointer` first. */
  readonly placesOf: (change: Change) => readonly ChangedPlace[];
  /** Where the place of a change lies in the files of a version: the deepest part of it that is there; `undefined` where the message is not. */
  readonly placeOf: (
    change: Pick<Change, 'message' | 'pointer'>,
    version: 'before' | 'after',
  ) => { readonly file: SourceFile; readonly path: Path } | undefined;
}
