import type { CompileInput } from '../compile/compile.js';
import type { Compiler } from '../compile/compiler.js';
import type { Expectations } from '../compile/expectations.js';
import type { OutputProblem } from '../compile/output-problem.js';
import type { Memory } from '../memory.js';
import type { RenderedFile } from '../render/render.js';
import { verdictKeys } from './verdict-keys.js';

/** Asks a compiler about what changed since it was last found to be right, and about what depends on that. */
export class RememberingCompiler implements Compiler {
  readonly #compiler: Compiler;
  readonly #accepted: Memory<true>;

  /**
   * @param compiler - The compiler to ask.
   * @param accepted - Keys of what earlier runs found to be right.
   */
  constructor(compiler: Compiler, accepted: Memory<true>) {
    this.#compiler = compiler;
    this.#accepted = accepted;
  }

  prepare(files: readonly RenderedFile[]): void {
    this.#compiler.prepare(files);
  }

  async compile(input: CompileInput, expected: () => Expectations): Promise<readonly OutputProblem[]> {
    let expectations: Expectations | undefined;
    const once = (): Expectations => (expectations ??= expected());
    if (this.#accepted.isEmpty) return this.#ask(input, once);
    const changed = [...verdictKeys(input, once())].filter(([, key]) => this.#accepted.recall(key) === undefined);
    const judged = new Set(changed.map(([path]) => path));
    return judged.size === 0 ? [] : this.#ask({ ...input, judged }, once);
  }

  async close(): Promise<void> {
    await this.#compiler.close();
  }

  async #ask(input: CompileInput, expected: () => Expectations): Promise<readonly OutputProblem[]> {
    const asked = this.#compiler.compile(input, expected);
    // The compiler works in a thread of its own.
    const keys = verdictKeys(input, expected());
    const problems = await asked;
    for (const key of problems.length === 0 ? keys.values() : []) this.#accepted.remember(key, true);
    return problems;
  }
}
