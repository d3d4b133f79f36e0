import type { Model } from '../model/model.js';
import { renderEach } from '../render/render.js';
import type { RenderedFile } from '../render/rendered-file.js';
import type { TemplateFile } from '../render/templates.js';
import { checkTypes } from '../typecheck/check-types.js';
import { guardStructure } from '../typecheck/guard.js';
import { isTypeChecked } from '../typecheck/modules.js';
import type { OutputProblem } from '../typecheck/output-error.js';
import { programs } from './programs.js';

/** All that is wrong with an output, as a run without `--check` finds it. */
export function outputProblems(
  files: readonly RenderedFile[],
  model: Model,
  templates: readonly TemplateFile[],
): readonly OutputProblem[] {
  const isCode = ({ outputPath }: TemplateFile): boolean => isTypeChecked(outputPath);
  const code = files.filter(({ path }) => isTypeChecked(path));
  return [
    ...checkTypes(code, programs),
    ...guardStructure(code, model, (harmless) => renderEach(harmless, templates.filter(isCode))),
  ];
}
