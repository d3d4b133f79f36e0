import type { OutputProblem } from './compile.js';

/** What was rendered is not what the model says: the fault of a template or of the generator, not of the catalog. */
export class OutputError extends Error {
  override readonly name = 'OutputError';

  /** @param problems - At least one. */
  constructor(readonly problems: readonly OutputProblem[]) {
    super(
      problems
        .map(
          ({ path, line, template, message }) =>
            `${path}${line === undefined ? '' : `:${line}`}: error: ${message} (rendered from templates/${template})`,
        )
        .join('\n'),
    );
  }
}
