import { createHash } from 'node:crypto';
import type { CompileInput } from '../compile/compile.js';
import type { OutputProblem } from '../compile/output-problem.js';
import type { Compiler } from '../compile/compiler.js';
import type { RenderedFile } from '../render/render.js';

/** Asks a compiler, unless it would be asked about the very same that was found to be right the last time. */
export class RememberingCompiler implements Compiler {
  readonly #compiler: Compiler;
  #accepted: string | undefined;

  /**
   * @param compiler - The compiler to ask.
   * @param accepted - Digest of what the last run found to be right.
   */
  constructor(compiler: Compiler, accepted: string | undefined) {
    this.#compiler = compiler;
    this.#accepted = accepted;
  }

  /** Digest of what was last found to be right. */
  get accepted(): string | undefined {
    return this.#accepted;
  }

  prepare(files: readonly RenderedFile[]): void {
    this.#compiler.prepare(files);
  }

  async compile(input: CompileInput): Promise<readonly OutputProblem[]> {
    const digest = digestOf(input);
    if (digest === this.#accepted) return [];
    const problems = await this.#compiler.compile(input);
    if (problems.length === 0) this.#accepted = digest;
    return problems;
  }

  async close(): Promise<void> {
    await this.#compiler.close();
  }
}

/** Of all that a compiler looks at. */
function digestOf({ files, expectations, templates }: CompileInput): string {
  const hash = createHash('sha256');
  for (const { path, content, template, isRendered } of files) {
    hash.update(JSON.stringify([path, template, isRendered, content.length])).update(content);
  }
  hash.update(JSON.stringify([...templates]));
  hash.update(JSON.stringify(expectations, (_, value: unknown) => (value instanceof Map ? [...value] : value)));
  return hash.digest('hex');
}
