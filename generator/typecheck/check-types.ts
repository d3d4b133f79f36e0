import type { Diagnostic } from 'typescript/unstable/sync';
import type { RenderedFile } from '../render/rendered-file.js';
import { isModule, modulePath } from './modules.js';
import { problemAt, problemOf, type OutputProblem } from './output-error.js';
import type { ProgramFactory } from './program.js';

/**
 * Type-checks all rendered TypeScript in memory with TypeScript 7, and parses rendered JSON. Copied files take part, but are
 * not checked: they were checked where they were written.
 *
 * @param programs - Makes the programs; what it was given in earlier calls is not read again.
 * @param perProgram - Modules that are checked in one program, as what it knows of them takes memory. Default: 4,000.
 */
export function checkTypes(
  files: readonly RenderedFile[],
  programs: ProgramFactory,
  perProgram = 4000,
): readonly OutputProblem[] {
  const rendered = files.filter(({ isRendered }) => isRendered);
  const problems = rendered.filter(({ path }) => path.endsWith('.json')).flatMap(jsonProblems);
  const texts = modulesOf(files);
  const modules = rendered.filter(({ path }) => isModule(path));
  for (const some of partsOf(modules, perProgram)) {
    const program = programs.create(texts, some.map(modulePath));
    const unreadable = program.getSyntacticDiagnostics();
    for (const file of some) {
      const path = modulePath(file);
      const syntactic = unreadable.filter(({ fileName }) => fileName === path);
      const found = syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(path);
      problems.push(...found.map((each) => problemAt(file, each.pos, messageOf(each))));
    }
  }
  return problems;
}

/** Modules that are checked together. Where there are many, those that take from all messages fill a program by themselves. */
function partsOf(modules: readonly RenderedFile[], perProgram: number): (readonly RenderedFile[])[] {
  if (modules.length <= perProgram) return [modules];
  const isOfOne = ({ template }: RenderedFile): boolean => template.includes('[');
  const parts = [modules.filter((module) => !isOfOne(module))];
  const others = modules.filter(isOfOne);
  for (let start = 0; start < others.length; start += perProgram) parts.push(others.slice(start, start + perProgram));
  return parts.filter(({ length }) => length > 0);
}

/** The texts of an output's modules, by path in a program. */
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
