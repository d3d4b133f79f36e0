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
  /** What their declarations must be. */
  readonly expectations: Expectations;
  /** Sources of the templates, by path below the templates folder. */
  readonly templates: ReadonlyMap<string, string>;
  /** Whether TypeScript 5 is asked too, if TypeScript 7 finds nothing. */
  readonly asksTypeScript5: boolean;
}

/**
 * Type-checks all rendered TypeScript in memory, and compares the declarations found with the model. Rendered JSON is
 * parsed. Copied files take part, but are not judged: they were checked where they were written.
 *
 * @param input - What is to be checked.
 * @param programs - Remembers what it was given in earlier calls.
 */
export async function compile(
  { files, expectations, templates, asksTypeScript5 }: CompileInput,
  programs: ProgramFactory,
): Promise<OutputProblem[]> {
  const rendered = files.filter(({ isRendered }) => isRendered);
  const modules = rendered.filter(({ path }) => isModule(path));
  const program = programs.create(modulesOf(files), modules.map(modulePath));
  const problems = rendered.filter(({ path }) => path.endsWith('.json')).flatMap(jsonProblems);
  const unreadable = program.getSyntacticDiagnostics();
  for (const file of modules) {
    const path = modulePath(file);
    const syntactic = unreadable.filter(({ fileName }) => fileName === path);
    const diagnostics = syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(path);
    const source = program.getSourceFile(path);
    if (source === undefined) throw new Error(`TypeScript did not read ${path}.`);
    const lineOf = ({ pos }: Diagnostic): number => source.getLineAndCharacterOfPosition(pos).line + 1;
    const differences =
      diagnostics.length > 0 ? [] : compareDeclarations(source, templates.get(file.template) ?? '', expectations);
    problems.push(
      ...diagnostics.map((each) => problemOf(file, lineOf(each), messageOf(each))),
      ...differences.map((difference) => problemOf(file, undefined, `It ${difference}.`)),
    );
  }
  if (problems.length > 0 || !asksTypeScript5) return problems;
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
