import type { RenderedFile } from '../render/render.js';
import { compareDeclarations } from './compare.js';
import type { Expectations } from './expectations.js';
import { isModule } from './judged-files.js';
import { ProgramFactory } from './program.js';
import { ts } from './typescript.js';

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

/** What is to be checked; plain data, fit to be sent to another thread. */
export interface CompileInput {
  /** All files of the output. */
  readonly files: readonly RenderedFile[];
  /** What their declarations must be. */
  readonly expectations: Expectations;
  /** Sources of the templates, by path below the templates folder. */
  readonly templates: ReadonlyMap<string, string>;
}

/**
 * Type-checks all rendered TypeScript in memory, and compares the declarations found with the model. Rendered JSON is
 * parsed. Copied files take part, but are not judged: they were checked where they were written.
 *
 * @param input - What is to be checked.
 * @param programs - Remembers what it parsed for earlier calls.
 */
export function compile(
  { files, expectations, templates }: CompileInput,
  programs: ProgramFactory = new ProgramFactory(),
): OutputProblem[] {
  const problems = files.filter(({ path, isRendered }) => isRendered && path.endsWith('.json')).flatMap(jsonProblems);
  const program = programs.create(modulesOf(files));
  for (const file of files) {
    const source = program.getSourceFile(absolutePath(file));
    if (!file.isRendered || source === undefined) continue;
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    problems.push(...diagnostics.map((diagnostic) => diagnosticProblem(file, source, diagnostic)));
    if (diagnostics.length > 0) continue;
    const differences = compareDeclarations(source, templates.get(file.template) ?? '', expectations);
    problems.push(
      ...differences.map((message) => ({
        path: file.path,
        template: file.template,
        line: undefined,
        message: `It ${message}.`,
      })),
    );
  }
  return problems;
}

/**
 * The texts of an output's modules, by absolute path in a program.
 *
 * @param files - Files of the output.
 */
export function modulesOf(files: readonly RenderedFile[]): Map<string, string> {
  return new Map(files.filter(({ path }) => isModule(path)).map((file) => [absolutePath(file), file.content]));
}

const absolutePath = ({ path }: RenderedFile): string => `/${path}`;

function diagnosticProblem(
  file: RenderedFile,
  source: ts.SourceFile,
  { start, messageText }: ts.Diagnostic,
): OutputProblem {
  const line = start === undefined ? undefined : source.getLineAndCharacterOfPosition(start).line + 1;
  return { path: file.path, template: file.template, line, message: ts.flattenDiagnosticMessageText(messageText, ' ') };
}

function jsonProblems({ path, template, content }: RenderedFile): OutputProblem[] {
  try {
    JSON.parse(content);
    return [];
  } catch (error) {
    return [{ path, template, line: undefined, message: (error as Error).message }];
  }
}
