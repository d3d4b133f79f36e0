import { once, type EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RenderedFile } from '../render/rendered-file.js';
import { systemErrorCode } from '../system-error.js';
import type { OutputProblem } from './output-error.js';

/** A compiler that is getting ready, or is. */
export interface Compiler {
  /** Reads files that an output is going to hold, while others are still being made. */
  readonly prepare: (files: readonly RenderedFile[]) => void;
  /** Checks the types of an output, one after the other; what did not change since the last is not read again. */
  readonly check: (files: readonly RenderedFile[]) => Promise<readonly OutputProblem[]>;
  /** Ends it, whatever it is doing. */
  readonly close: () => Promise<void>;
}

/** What is sent to the thread: files to get ready, or an output to check, which alone is answered. */
export interface CheckRequest {
  readonly files: readonly RenderedFile[];
  readonly prepares: boolean;
}

/**
 * Loads the TypeScript compiler in a thread of its own, so that the catalog is read meanwhile: loading is the longest part
 * of a small run. Run from sources, as tests do, it takes the calling thread. It keeps the process alive until it is closed.
 */
export function startCompiler(): Compiler {
  if (import.meta.url.endsWith('.ts')) return compilerInThisThread();
  /** Id of the process that the thread starts; 0 until there is one. */
  const processId = new Int32Array(new SharedArrayBuffer(4));
  // TypeScript 7 is written in Go, which collects garbage more often near this limit (https://go.dev/doc/gc-guide#Memory_limit).
  const env = { GOMEMLIMIT: '650MiB', ...process.env };
  const thread = new Worker(new URL('./check-worker.js', import.meta.url), { workerData: processId, env });
  return compilerInThread(thread, () => Atomics.load(processId, 0));
}

/** Uses a compiler that is started and closed for nothing else. */
export async function withCompiler<Result>(use: (compiler: Compiler) => Promise<Result>): Promise<Result> {
  const compiler = startCompiler();
  try {
    return await use(compiler);
  } finally {
    await compiler.close();
  }
}

/** What a compiler needs of its thread; tests pass one that ends when they say. */
export type CompilerThread = EventEmitter & Pick<Worker, 'postMessage' | 'terminate'>;

/**
 * A compiler in a thread. The thread is never unreferenced: whoever waits for an answer, or for its end, would be left
 * behind by a process that has nothing else to do.
 *
 * @param worker - Runs `check-worker`.
 * @param processId - Gives the id of the process that the thread started; 0 while there is none.
 */
export function compilerInThread(worker: CompilerThread, processId: () => number): Compiler {
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The compiler ended before it answered.')));
  });
  // Reported to whoever waits for an answer, or asks for one later.
  ended.catch(() => undefined);
  const send = (files: readonly RenderedFile[], prepares: boolean): void =>
    worker.postMessage({ files, prepares } satisfies CheckRequest);
  return {
    prepare: (files) => send(files, true),
    check: async (files) => {
      const answer = once(worker, 'message').then(([problems]) => problems as readonly OutputProblem[]);
      send(files, false);
      return Promise.race([answer, ended]);
    },
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
  const loaded = Promise.all([import('./check-types.js'), import('./program.js')]);
  const programs = loaded.then(([, { ProgramFactory }]) => new ProgramFactory());
  return {
    prepare: () => undefined,
    check: async (files) => (await loaded)[0].checkTypes(files, await programs),
    close: async () => (await programs).close(),
  };
}
