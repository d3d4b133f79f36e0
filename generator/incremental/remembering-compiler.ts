import type { CompileInput } from '../compile/compile.js';
import type { Compiler } from '../compile/compiler.js';
import type { Expected } from '../compile/expectations.js';
import type { OutputProblem } from '../compile/output-problem.js';
import type { Memory } from '../memory.js';
import type { RenderedFile } from '../render/rendered-file.js';
import type { Memories } from './memories.js';
import { VerdictKeys, type FileFacts } from './verdict-keys.js';

/** Asks a compiler about what changed since it was last found to be right, and about what depends on that. */
export class RememberingCompiler implements Compiler {
  readonly #compiler: Compiler;
  readonly #accepted: Memory<true>;
  readonly #facts: Memory<FileFacts>;

  /**
   * @param compiler - The compiler to ask.
   * @param memories - Keys of what earlier runs found to be right, and facts of the files.
   */
  constructor(compiler: Compiler, { accepted, facts }: Pick<Memories, 'accepted' | 'facts'>) {
    this.#compiler = compiler;
    this.#accepted = accepted;
    this.#facts = facts;
  }

  prepare(files: readonly RenderedFile[]): void {
    this.#compiler.prepare(files);
  }

  async compile(input: CompileInput, expected: Expected): Promise<readonly OutputProblem[]> {
    if (this.#accepted.isEmpty) {
      const asked = this.#compiler.compile(input, expected);
      // The compiler works in a thread of its own.
      const keys = new VerdictKeys(input, expected, this.#facts).keys();
      return this.#remember(asked, keys.values());
    }
    const verdicts = new VerdictKeys(input, expected, this.#facts);
    const keys = verdicts.keys();
    const changed = [...keys].filter(([, key]) => this.#accepted.recall(key) === undefined);
    if (changed.length === 0) return [];
    const asked = this.#compiler.compile(verdicts.inputFor(changed.map(([path]) => path)), expected);
    return this.#remember(
      asked,
      changed.map(([, key]) => key),
    );
  }

  async close(): Promise<void> {
    await this.#compiler.close();
  }

  async #remember(asked: Promise<readonly OutputProblem[]>, keys: Iterable<string>): Promise<readonly OutputProblem[]> {
    const problems = await asked;
    if (problems.length === 0) for (const key of keys) this.#accepted.remember(key, true);
    return problems;
  }
}
