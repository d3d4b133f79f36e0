import { createHash } from 'node:crypto';
import type { CompileInput } from '../compile/compile.js';
import type { Expectations } from '../compile/expectations.js';
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

  async compile(input: CompileInput, expected: () => Expectations): Promise<readonly OutputProblem[]> {
    let expectations: Expectations | undefined;
    const once = (): Expectations => (expectations ??= expected());
    if (this.#accepted !== undefined && digestOf(input, once()) === this.#accepted) return [];
    const problems = await this.#compiler.compile(input, once);
    this.#accepted = problems.length === 0 ? digestOf(input, once()) : undefined;
    return problems;
  }

  async close(): Promise<void> {
    await this.#compiler.close();
  }
}

/** Of all that a compiler looks at. */
function digestOf({ files, templates }: CompileInput, expectations: Expectations): string {
  const hash = createHash('sha256');
  for (const { path, content, template, isRendered } of files) {
    hash.update(JSON.stringify([path, template, isRendered, content.length])).update(content);
  }
  hash.update(JSON.stringify([...templates]));
  for (const expected of Object.values(expectations)) hash.update(JSON.stringify([...expected]));
  return hash.digest('hex');
}
