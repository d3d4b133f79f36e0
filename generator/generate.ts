import type { Diagnostic } from './diagnostics/diagnostic.js';
import { Reporter } from './diagnostics/reporter.js';
import { lint } from './lint/lint.js';
import { load } from './load/load.js';
import { buildModel } from './model/build-model.js';
import { startCompiler } from './compile/compiler.js';
import { expectationsOf } from './compile/expectations.js';
import { OutputError } from './compile/output-error.js';
import { render } from './render/render.js';
import { loadTemplates } from './render/templates.js';
import { validate } from './validate/validate.js';
import { planOutput, type OutputPlan } from './write/plan.js';
import { write } from './write/write.js';

/** Where a run reads and writes. */
export interface GenerateOptions {
  /** Folder of the catalog. */
  readonly catalog: string;
  /** Folder that receives a folder for each target. */
  readonly out: string;
  /** Folder that holds a folder of templates for each target. */
  readonly templates: string;
  /** Whether only to tell what would change. */
  readonly check: boolean;
}

/** What a run did, or with `check` would do. */
export interface GenerateResult extends OutputPlan {
  /** Copies that were kept of files that had been edited by hand. */
  readonly kept: readonly string[];
  /** Warnings; errors are thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Generates the client packages of a catalog: load, validate, lint, build the model, render, check what was rendered, write.
 * Nothing is written before everything was checked.
 *
 * @param options - Where to read and write.
 * @throws {@link CatalogError} if the catalog has an error.
 * @throws {@link OutputError} if what was rendered is not what the model says.
 * @throws {@link UsageError} if a folder is missing.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const compiler = startCompiler();
  const reporter = new Reporter();
  const [source, templates] = await Promise.all([load(options.catalog, reporter), loadTemplates(options.templates)]);
  const catalog = validate(source, reporter);
  lint(catalog, reporter);
  const model = buildModel(catalog);
  const files = render(model, templates);
  const problems = await compiler.compile({
    files,
    expectations: expectationsOf(model),
    templates: new Map(templates.map(({ path, content }) => [path, content])),
  });
  if (problems.length > 0) throw new OutputError(problems);
  const plan = await planOutput(files, options.out);
  const kept = options.check ? [] : await write(plan, options.out);
  return { ...plan, kept, diagnostics: reporter.diagnostics };
}
