import type { CompileInput } from '../compile/compile.js';
import type { Compiler } from '../compile/compiler.js';
import type { Expectations } from '../compile/expectations.js';
import type { OutputProblem } from '../compile/output-problem.js';
import type { RenderedFile } from '../render/render.js';
import { verdictKeys } from './verdict-keys.js';

/** Asks a compiler about what changed since it was last found to be right, and about what depends on that. */
export class RememberingCompiler implements Compiler {
  readonly #compiler: Compiler;
  #accepted: ReadonlySet<string>;

  /**
   * @param compiler - The compiler to ask.
   * @param accepted - Keys of what an earlier run found to be right. Default: none.
   */
  constructor(compiler: Compiler, accepted: readonly string[] = []) {
    this.#compiler = compiler;
    this.#accepted = new Set(accepted);
  }

  /** Keys of what was last found to be right. */
  get accepted(): readonly string[] {
    return [...this.#accepted];
  }

  prepare(files: readonly RenderedFile[]): void {
    this.#compiler.prepare(files);
  }

  async compile(input: CompileInput, expected: () => Expectations): Promise<readonly OutputProblem[]> {
    let expectations: Expectations | undefined;
    const once = (): Expectations => (expectations ??= expected());
    const judged = this.#accepted.size === 0 ? undefined : this.#changed(verdictKeys(input, once()));
    if (judged?.size === 0) return [];
    const problems = await this.#compiler.compile(judged === undefined ? input : { ...input, judged }, once);
    if (problems.length === 0) this.#accepted = new Set(verdictKeys(input, once()).values());
    return problems;
  }

  async close(): Promise<void> {
    await this.#compiler.close();
  }

  #changed(keys: ReadonlyMap<string, string>): ReadonlySet<string> {
    return new Set([...keys].filter(([, key]) => !this.#accepted.has(key)).map(([path]) => path));
  }
}
