import type { SourceFile } from 'typescript/unstable/ast';
import type { Diagnostic } from 'typescript/unstable/sync';
import type { RenderedFile } from '../render/render.js';
import { compareDeclarations } from './compare.js';
import type { Expectations } from './expectations.js';
import { isModule } from './judged-files.js';
import { modulePath, problemOf, type OutputProblem } from './output-problem.js';
import type { ProgramFactory } from './program.js';

/** What is to be checked; plain data, fit to be sent to another thread. */
export interface CompileInput {
  /** The files of the output that a compiler looks at. */
  readonly files: readonly RenderedFile[];
  /** Sources of the templates, by path below the templates folder. */
  readonly templates: ReadonlyMap<string, string>;
  /** Paths of the rendered files to judge; others take part where these import them. Default: all of them. */
  readonly judged?: ReadonlySet<string>;
  /** Whether TypeScript 5 is asked too, if TypeScript 7 finds nothing. */
  readonly asksTypeScript5: boolean;
}

/** An output whose types were checked, still to be compared with the model. */
export interface CheckedOutput extends CompileInput {
  readonly problems: readonly OutputProblem[];
  /** The modules that compile, as syntax trees. */
  readonly modules: readonly { readonly file: RenderedFile; readonly source: SourceFile }[];
}

/**
 * Type-checks all rendered TypeScript in memory. Rendered JSON is parsed. Copied files take part, but are not judged: they
 * were checked where they were written.
 *
 * @param input - What is to be checked.
 * @param programs - Remembers what it was given in earlier calls.
 */
export function checkTypes(input: CompileInput, programs: ProgramFactory): CheckedOutput {
  const rendered = input.files.filter(({ path, isRendered }) => isRendered && (input.judged?.has(path) ?? true));
  const files = rendered.filter(({ path }) => isModule(path));
  const program = programs.create(modulesOf(input.files), files.map(modulePath));
  const problems = rendered.filter(({ path }) => path.endsWith('.json')).flatMap(jsonProblems);
  const modules: { file: RenderedFile; source: SourceFile }[] = [];
  const unreadable = program.getSyntacticDiagnostics();
  for (const file of files) {
    const path = modulePath(file);
    const syntactic = unreadable.filter(({ fileName }) => fileName === path);
    const diagnostics = syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(path);
    const source = program.getSourceFile(path);
    if (source === undefined) throw new Error(`TypeScript did not read ${path}.`);
    const lineOf = ({ pos }: Diagnostic): number => source.getLineAndCharacterOfPosition(pos).line + 1;
    problems.push(...diagnostics.map((each) => problemOf(file, lineOf(each), messageOf(each))));
    if (diagnostics.length === 0) modules.push({ file, source });
  }
  return { ...input, problems, modules };
}

/**
 * Compares the declarations of an output with the model.
 *
 * @param output - What was checked.
 * @param expectations - What its declarations must be.
 * @returns All that is wrong with the output.
 */
export async function compareWithModel(
  { files, templates, asksTypeScript5, modules, problems }: CheckedOutput,
  expectations: Expectations,
): Promise<OutputProblem[]> {
  const differences = modules.flatMap(({ file, source }) =>
    compareDeclarations(source, templates.get(file.template) ?? '', expectations).map((difference) =>
      problemOf(file, undefined, `It ${difference}.`),
    ),
  );
  const found = [...problems, ...differences];
  if (found.length > 0 || !asksTypeScript5) return found;
  return (await import('./typescript-5.js')).checkWithTypeScript5(files);
}

/**
 * The texts of an output's modules, by absolute path in a program.
 *
 * @param files - Files of the output.
 */
export function modulesOf(files: readonly RenderedFile[]): Map<string, string> {
  return new Map(files.filter(({ path }) => isModule(path)).map((file) => [modulePath(file), file.content]));
}

/** What TypeScript says, and why. */
function messageOf({ text, messageChain = [] }: Diagnostic): string {
  return [text, ...messageChain.map(messageOf)].join(' ');
}

function jsonProblems(file: RenderedFile): OutputProblem[] {
  try {
    JSON.parse(file.content);
    return [];
  } catch (error) {
    return [problemOf(file, undefined, (error as Error).message)];
  }
}
