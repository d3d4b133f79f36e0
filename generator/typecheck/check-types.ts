import type { Diagnostic } from 'typescript/unstable/sync';
import type { RenderedFile } from '../render/rendered-file.js';
import { isModule, modulePath } from './modules.js';
import { problemAt, problemOf, type OutputProblem } from './output-error.js';
import type { ProgramFactory } from './program.js';

/** Modules that are checked in one program: what a program knows of them takes memory. */
const modulesPerProgram = 4000;

/**
 * Type-checks all rendered TypeScript in memory with TypeScript 7, and parses rendered JSON. Copied files take part, but are
 * not judged: they were checked where they were written.
 *
 * @param files - The files of the output that are modules or JSON.
 * @param programs - Makes the programs; what it was given in earlier calls is not read again.
 * @returns All that is wrong with the output.
 */
export function checkTypes(files: readonly RenderedFile[], programs: ProgramFactory): readonly OutputProblem[] {
  const rendered = files.filter(({ isRendered }) => isRendered);
  const problems = rendered.filter(({ path }) => path.endsWith('.json')).flatMap(jsonProblems);
  const texts = modulesOf(files);
  for (const some of partsOf(rendered.filter(({ path }) => isModule(path)))) {
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
function partsOf(modules: readonly RenderedFile[]): RenderedFile[][] {
  const isOfOne = ({ template }: RenderedFile): boolean => template.includes('[');
  if (modules.length <= modulesPerProgram) return [[...modules]];
  const parts = [modules.filter((module) => !isOfOne(module))];
  const others = modules.filter(isOfOne);
  for (let start = 0; start < others.length; start += modulesPerProgram)
    parts.push(others.slice(start, start + modulesPerProgram));
  return parts;
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
