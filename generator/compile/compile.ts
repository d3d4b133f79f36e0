import type { SourceFile } from 'typescript/unstable/ast';
import type { Diagnostic } from 'typescript/unstable/sync';
import type { RenderedFile } from '../render/rendered-file.js';
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
  /** Whether TypeScript 5 is asked too, if TypeScript 7 finds nothing. */
  readonly asksTypeScript5: boolean;
}

/** So many modules are checked in one program: what a program remembers of them takes memory. */
const modulesPerProgram = 4000;

/**
 * Type-checks all rendered TypeScript in memory, and compares its declarations with the model. Rendered JSON is parsed.
 * Copied files take part, but are not judged: they were checked where they were written.
 */
export class OutputCheck {
  readonly #input: CompileInput;
  readonly #programs: ProgramFactory;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #pending: RenderedFile[];
  readonly #problems: OutputProblem[];
  /** Modules that compile, still to be compared with the model. */
  #compiled: readonly { readonly file: RenderedFile; readonly source: SourceFile }[];

  /**
   * Checks as many modules as one program holds.
   *
   * @param input - What is to be checked.
   * @param programs - Remembers what it was given in earlier calls.
   */
  constructor(input: CompileInput, programs: ProgramFactory) {
    const rendered = input.files.filter(({ isRendered }) => isRendered);
    this.#input = input;
    this.#programs = programs;
    this.#texts = modulesOf(input.files);
    this.#pending = commonFirst(rendered.filter(({ path }) => isModule(path)));
    this.#problems = rendered.filter(({ path }) => path.endsWith('.json')).flatMap(jsonProblems);
    this.#compiled = this.#checkTypes();
  }

  /**
   * Compares what was checked with the model, and checks the rest.
   *
   * @param expectations - What the declarations must be.
   * @returns All that is wrong with the output.
   */
  async finish(expectations: Expectations): Promise<OutputProblem[]> {
    const { files, templates, asksTypeScript5 } = this.#input;
    for (;;) {
      for (const { file, source } of this.#compiled) {
        const differences = compareDeclarations(source, templates.get(file.template) ?? '', expectations);
        this.#problems.push(...differences.map((difference) => problemOf(file, undefined, `It ${difference}.`)));
      }
      if (this.#pending.length === 0) break;
      this.#compiled = this.#checkTypes();
    }
    if (this.#problems.length > 0 || !asksTypeScript5) return this.#problems;
    return (await import('./typescript-5.js')).checkWithTypeScript5(files);
  }

  #checkTypes(): { file: RenderedFile; source: SourceFile }[] {
    const files = this.#pending.splice(0, modulesPerProgram);
    const program = this.#programs.create(this.#texts, files.map(modulePath));
    const unreadable = program.getSyntacticDiagnostics();
    return files.flatMap((file) => {
      const path = modulePath(file);
      const syntactic = unreadable.filter(({ fileName }) => fileName === path);
      const diagnostics = syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(path);
      const source = program.getSourceFile(path);
      if (source === undefined) throw new Error(`TypeScript did not read ${path}.`);
      const lineOf = ({ pos }: Diagnostic): number => source.getLineAndCharacterOfPosition(pos).line + 1;
      this.#problems.push(...diagnostics.map((each) => problemOf(file, lineOf(each), messageOf(each))));
      return diagnostics.length > 0 ? [] : [{ file, source }];
    });
  }
}

/**
 * The texts of an output's modules, by absolute path in a program.
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
