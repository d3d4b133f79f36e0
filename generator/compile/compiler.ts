import { once, type EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RenderedFile } from '../render/rendered-file.js';
import type { CompileInput } from './compile.js';
import type { OutputProblem } from './output-problem.js';
import type { Expectations, Expected } from './expectations.js';
import { systemErrorCode } from '../system-error.js';
import { isModule } from './judged-files.js';

/** A compiler that is getting ready, or is. */
export interface Compiler {
  /** Reads files that an output is going to hold, while others are still being made. */
  readonly prepare: (files: readonly RenderedFile[]) => void;
  /**
   * Checks an output, one after the other; what did not change since the last is not read again. What the declarations must
   * be is worked out while their types are checked.
   */
  readonly compile: (input: CompileInput, expected: Expected) => Promise<readonly OutputProblem[]>;
  /** Ends it, whatever it is doing. */
  readonly close: () => Promise<void>;
}

/**
 * Loads the TypeScript compiler in a thread of its own, so that the catalog is read meanwhile: loading is the longest part
 * of a small run. Run from sources, as tests do, it takes the calling thread. It keeps the process alive until it is closed.
 */
export function startCompiler(): Compiler {
  if (import.meta.url.endsWith('.ts')) return compilerInThisThread();
  /** Id of the process that the thread starts; 0 until there is one. */
  const processId = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(new URL('./compile-worker.js', import.meta.url), { workerData: processId });
  return compilerInThread(thread, () => Atomics.load(processId, 0));
}

/**
 * Uses a compiler that is started and closed for nothing else.
 *
 * @param use - What to do with it.
 */
export async function withCompiler<Result>(use: (compiler: Compiler) => Promise<Result>): Promise<Result> {
  const compiler = startCompiler();
  try {
    return await use(compiler);
  } finally {
    await compiler.close();
  }
}

/** What is sent to the thread: files to get ready, an output to check, or what it must declare, which alone is answered. */
export type CompilerRequest =
  | { readonly prepare: readonly RenderedFile[] }
  | CompileInput
  | { readonly expectations: Expectations };

/** What a compiler needs of its thread; tests pass one that ends when they say. */
export type CompilerThread = EventEmitter & Pick<Worker, 'postMessage' | 'terminate'>;

/**
 * A compiler in a thread. The thread is never unreferenced: whoever waits for an answer, or for its end, would be left
 * behind by a process that has nothing else to do.
 *
 * @param worker - Runs `compile-worker`.
 * @param processId - Gives the id of the process that the thread started; 0 while there is none.
 */
export function compilerInThread(worker: CompilerThread, processId: () => number): Compiler {
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The compiler ended before it answered.')));
  });
  // Reported to whoever waits for an answer, or asks for one later.
  ended.catch(() => undefined);
  const ask: Compiler['compile'] = async (input, expected) => {
    const answer = once(worker, 'message').then(([problems]) => problems as readonly OutputProblem[]);
    worker.postMessage(input satisfies CompilerRequest);
    worker.postMessage({ expectations: expected.all() } satisfies CompilerRequest);
    return Promise.race([answer, ended]);
  };
  return {
    prepare: (files) => {
      worker.postMessage({ prepare: files.filter(({ path }) => isModule(path)) } satisfies CompilerRequest);
    },
    compile: ask,
    close: async () => {
      endProcess(processId());
      await worker.terminate();
    },
  };
}

/** Ends the thread's process before the thread: one that waits for an answer of the thread would say that it panics. */
function endProcess(id: number): void {
  if (id === 0) return;
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if (systemErrorCode(error) !== 'ESRCH') throw error;
  }
}

function compilerInThisThread(): Compiler {
  const loaded = Promise.all([import('./compile.js'), import('./program.js')]);
  const programs = loaded.then(([, { ProgramFactory }]) => new ProgramFactory());
  return {
    prepare: () => undefined,
    compile: async (input, expected) => {
      const [{ OutputCheck }] = await loaded;
      return new OutputCheck(input, await programs).finish(expected.all());
    },
    close: async () => (await programs).close(),
  };
}
