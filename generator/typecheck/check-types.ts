import type { Diagnostic } from 'typescript/unstable/sync';
import type { RenderedFile } from '../render/rendered-file.js';
import { isModule, modulePath } from './modules.js';
import { problemOf, type OutputProblem } from './output-error.js';
import type { ProgramFactory } from './program.js';

/** Modules that are checked in one program: what a program knows of them takes memory. */
const modulesPerProgram = 4000;

/**
 * Checks an output with TypeScript 7, and with TypeScript 5 if that finds nothing and it is asked for.
 *
 * @param files - The files of the output that are modules or JSON.
 * @param programs - Makes the programs; what it was given in earlier calls is not read again.
 * @param withTypeScript5 - Whether TypeScript 5 is asked.
 */
export async function checkOutput(
  files: readonly RenderedFile[],
  programs: ProgramFactory,
  withTypeScript5: boolean,
): Promise<readonly OutputProblem[]> {
  const problems = checkTypes(files, programs);
  if (problems.length > 0 || !withTypeScript5) return problems;
  return (await import('./typescript-5.js')).checkWithTypeScript5(files);
}

/**
 * Type-checks all rendered TypeScript in memory, and parses rendered JSON. Copied files take part, but are not judged: they
 * were checked where they were written.
 *
 * @param files - The files of the output that are modules or JSON.
 * @param programs - Makes the programs; what it was given in earlier calls is not read again.
 * @returns All that is wrong with the output.
 */
export function checkTypes(files: readonly RenderedFile[], programs: ProgramFactory): OutputProblem[] {
  const rendered = files.filter(({ isRendered }) => isRendered);
  const problems = rendered.filter(({ path }) => path.endsWith('.json')).flatMap(jsonProblems);
  const texts = modulesOf(files);
  const modules = commonFirst(rendered.filter(({ path }) => isModule(path)));
  for (let start = 0; start < modules.length; start += modulesPerProgram)
    problems.push(...checkProgram(modules.slice(start, start + modulesPerProgram), texts, programs));
  return problems;
}

/**
 * The texts of an output's modules, by path in a program.
 *
 * @param files - Files of the output.
 */
export function modulesOf(files: readonly RenderedFile[]): Map<string, string> {
  return new Map(files.filter(({ path }) => isModule(path)).map((file) => [modulePath(file), file.content]));
}

/** What takes from all messages comes first, so that one program looks at all of it. */
function commonFirst(files: readonly RenderedFile[]): RenderedFile[] {
  const isCommon = ({ template }: RenderedFile): boolean => !template.includes('[');
  return [...files.filter(isCommon), ...files.filter((file) => !isCommon(file))];
}

function checkProgram(
  files: readonly RenderedFile[],
  texts: ReadonlyMap<string, string>,
  programs: ProgramFactory,
): OutputProblem[] {
  const program = programs.create(texts, files.map(modulePath));
  const unreadable = program.getSyntacticDiagnostics();
  return files.flatMap((file) => {
    const path = modulePath(file);
    const syntactic = unreadable.filter(({ fileName }) => fileName === path);
    const diagnostics = syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(path);
    const lineOf = ({ pos }: Diagnostic): number => file.content.slice(0, pos).split('\n').length;
    return diagnostics.map((each) => problemOf(file, lineOf(each), messageOf(each)));
  });
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
