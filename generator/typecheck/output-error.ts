import { groupBy } from '../group-by.js';
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

/** A problem of a file, at a line where there is one. */
export function problemOf({ path, template }: RenderedFile, line: number | undefined, message: string): OutputProblem {
  return { path, template, line, message };
}

/** A problem at an offset in the text of a file. */
export function problemAt(file: RenderedFile, offset: number, message: string): OutputProblem {
  return problemOf(file, file.content.slice(0, offset).split('\n').length, message);
}

/** Problems of one template that are reported: one mistake in it shows in the file of every message. */
const maxPerTemplate = 3;

/** What was rendered is not what the model says: the fault of a template or of the generator, not of the catalog. */
export class OutputError extends Error {
  override readonly name = 'OutputError';

  /** @param problems - At least one. */
  constructor(readonly problems: readonly OutputProblem[]) {
    super([...groupBy(problems, ({ template }) => template).values()].flatMap(linesOf).join('\n'));
  }
}

function linesOf(problems: readonly OutputProblem[]): string[] {
  const lines = problems.slice(0, maxPerTemplate).map(({ path, line, template, message }) => {
    const place = line === undefined ? path : `${path}:${line}`;
    return `${place}: error: ${message} (rendered from the template ${template})`;
  });
  const left = problems.length - lines.length;
  return left === 0 ? lines : [...lines, `  and ${left} more of this template`];
}
