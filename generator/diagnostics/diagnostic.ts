import { pluralize } from '../text/pluralize.js';

/** A place in a file; lines and columns count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets in a text, in UTF-16 code units: start, and end exclusive. */
export type TextRange = readonly [start: number, end: number];

/** Which part of a mapping's entry to point at. */
export type Part = 'key' | 'value';

/** One problem of a catalog, at its place. */
export interface Diagnostic {
  /** Path of the file, as an absolute path. */
  readonly file: string;
  /** Where the offending text starts. */
  readonly start: Position;
  /** Where it ends, exclusive. */
  readonly end: Position;
  /** An error fails the run; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** What is wrong and what to do, in one line of plain words. */
  readonly message: string;
  /** Id of the rule that was broken, in kebab-case. */
  readonly rule: string;
  /** The file's text, for a code frame; empty where the file cannot be read. */
  readonly text: string;
}

/** Thrown when a catalog cannot be used; carries everything that is wrong with it. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError';

  /** @param diagnostics - At least one error, sorted. */
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(`The catalog has ${pluralize(diagnostics.length, 'problem')}.`);
  }
}

/** Orders diagnostics by file, place and rule, and drops repetitions. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyed = new Map(
    diagnostics.map((each) => [JSON.stringify([each.file, each.start, each.rule, each.message]), each]),
  );
  return [...keyed.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.start.line - b.start.line ||
      a.start.column - b.start.column ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
}

/** Compares by code unit, the same on every machine, which `localeCompare` is not. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
