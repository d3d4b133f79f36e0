import type { OutputProblem } from './output-problem.js';

/** So many problems of one template are told: one mistake in it shows in the file of every message. */
const mostPerTemplate = 3;

/** What was rendered is not what the model says: the fault of a template or of the generator, not of the catalog. */
export class OutputError extends Error {
  override readonly name = 'OutputError';

  /** @param problems - At least one. */
  constructor(readonly problems: readonly OutputProblem[]) {
    const templates = new Set(problems.map(({ template }) => template));
    super([...templates].flatMap((template) => tell(problems.filter((each) => each.template === template))).join('\n'));
  }
}

function tell(problems: readonly OutputProblem[]): string[] {
  const lines = problems.slice(0, mostPerTemplate).map(({ path, line, template, message }) => {
    const place = line === undefined ? path : `${path}:${line}`;
    return `${place}: error: ${message} (rendered from the template ${template})`;
  });
  const left = problems.length - lines.length;
  return left === 0 ? lines : [...lines, `  and ${left} more of this template`];
}
