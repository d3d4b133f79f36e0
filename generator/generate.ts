import type { Diagnostic } from './diagnostics/diagnostic.js';
import { Reporter } from './diagnostics/reporter.js';
import { locatorOf } from './load/locate.js';
import { lint } from './lint/lint.js';
import { load } from './load/load.js';
import { buildModel } from './model/build-model.js';
import type { Model } from './model/model.js';
import type { Compiler } from './typecheck/compiler.js';
import { checkHtml } from './typecheck/check-html.js';
import { guardStructure } from './typecheck/guard.js';
import { isTypeChecked } from './typecheck/modules.js';
import { OutputError } from './typecheck/output-error.js';
import { checkWithTypeScript5 } from './typecheck/typescript-5.js';
import { copiedFiles, renderEach, rendering } from './render/render.js';
import type { RenderedFile } from './render/rendered-file.js';
import { loadTargets, pickTargets } from './render/targets.js';
import type { TemplateFile } from './render/templates.js';
import { pluralize } from './text/pluralize.js';
import { validate } from './validate/validate.js';
import { OutputFolder } from './write/existing-file.js';
import { planOutput } from './write/plan.js';
import type { WriteResult } from './write/change.js';
import { write } from './write/write.js';

/** Where a run reads and writes. */
export interface GenerateOptions {
  /** Folder of the catalog. */
  readonly catalog: string;
  /** Folder that receives a folder for each target. */
  readonly out: string;
  /** Folders that hold a folder of templates for each target; one takes the place of an earlier one of the same name. */
  readonly templates: readonly string[];
  /** Names of the targets to generate, or `all`. Default: those that the catalog names, and those of other folders than the tool's. */
  readonly targets?: readonly string[];
  /** Whether to write nothing and only compare. What was rendered is checked with TypeScript 5 too, where it is installed. */
  readonly check: boolean;
}

/** What a run did, or with `check` would do, and how many warnings the catalog has. */
export interface RunResult extends WriteResult {
  /** How many messages and shared types the catalog has. */
  readonly messages: number;
  readonly types: number;
  /** How many warnings each rule has, which a run that finds nothing changed repeats; errors are thrown. */
  readonly warnings: Readonly<Record<string, number>>;
  /** Whether a check with TypeScript 5 was asked for that is not installed. Default: no. */
  readonly lacksTypeScript5?: boolean;
}

/** What a run found that did all of the work. */
export interface GenerateResult extends RunResult {
  /** Locates the warnings, which takes longer than to count them. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** The compiler that a run uses, and what receives its progress. */
export interface RunContext {
  /** Checks what was rendered; whoever started it closes it. */
  readonly compiler: Compiler;
  /** Called as each step begins, with what it does, such as `Reading the catalog`. */
  readonly report?: (step: string) => void;
}

/**
 * Generates the client packages of a catalog: load, validate, build the model, render, check what was rendered, write. Nothing
 * is written before everything was checked.
 *
 * @throws {@link CatalogError} if the catalog has an error.
 * @throws {@link OutputError} if what was rendered is not what the model says.
 * @throws {@link TemplateError} if a template cannot be filled.
 * @throws {@link UsageError} if a folder is missing, or a target is unknown.
 * @throws {@link WriteError} if the output cannot be read or written.
 */
export async function generate(
  options: GenerateOptions,
  { compiler, report = () => undefined }: RunContext,
): Promise<GenerateResult> {
  const reporter = new Reporter(locatorOf);
  report('Reading the catalog');
  const readTargets = loadTargets(options.templates).then((read) => {
    compiler.prepare(read.flatMap(({ files }) => copiedFiles(files)));
    return read;
  });
  const [source, targets] = await Promise.all([load(options.catalog, reporter), readTargets]);
  report(`Validating ${pluralize(source.messages.length, 'message')}`);
  const catalog = validate(source, reporter);
  lint(catalog, reporter);
  const templates = pickTargets(targets, options.targets ?? [], catalog.settings.targets);
  const { code, documents } = await renderChecked(buildModel(catalog), templates, compiler, report);
  const { check, out } = options;
  if (check) report('Checking with TypeScript 5');
  const found = check ? await checkWithTypeScript5(code) : [];
  if (found !== undefined && found.length > 0) throw new OutputError(found);
  report('Writing');
  const files = [...code, ...documents];
  const done = check ? { ...(await planOutput(files, new OutputFolder(out))), kept: [] } : await write(files, out);
  const [messages, types] = [source.messages.length, source.types.length];
  return {
    ...done,
    messages,
    types,
    warnings: reporter.counts,
    lacksTypeScript5: found === undefined,
    diagnostics: () => reporter.diagnostics,
  };
}

/** Renders all files and checks them; code first, so that it is checked while documents are rendered. */
async function renderChecked(
  model: Model,
  templates: readonly TemplateFile[],
  compiler: Compiler,
  report: (step: string) => void,
): Promise<Record<'code' | 'documents', RenderedFile[]>> {
  report('Rendering');
  const render = rendering(model);
  const codeTemplates = templates.filter(({ outputPath }) => isTypeChecked(outputPath));
  const documentTemplates = templates.filter(({ outputPath }) => !isTypeChecked(outputPath));
  const code = render(codeTemplates);
  report(`Checking ${pluralize(code.length, 'file')}`);
  const [problems, broken, documents] = await Promise.all([
    compiler.check(code),
    // Meanwhile, as the compiler has a thread of its own.
    (async () => guardStructure(code, model, (harmless) => renderEach(harmless, codeTemplates)))(),
    (async () => render(documentTemplates))(),
  ]);
  const found = [...problems, ...broken, ...(await checkHtml(documents, documentTemplates))];
  if (found.length > 0) throw new OutputError(found);
  return { code, documents };
}
