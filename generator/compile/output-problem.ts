import type { RenderedFile } from '../render/rendered-file.js';

/** Something wrong with rendered output: a mistake in a template, or text that broke out of its place. */
export interface OutputProblem {
  /** Path of the output below the output folder. */
  readonly path: string;
  /** Path of the template below the templates folder. */
  readonly template: string;
  /** Line in the output, from 1, where there is one. */
  readonly line: number | undefined;
  readonly message: string;
}

/** A problem of a file. */
export function problemOf({ path, template }: RenderedFile, line: number | undefined, message: string): OutputProblem {
  return { path, template, line, message };
}

/** Where a file of the output stands for a compiler. */
export function modulePath({ path }: Pick<RenderedFile, 'path'>): string {
  return `/${path}`;
}
