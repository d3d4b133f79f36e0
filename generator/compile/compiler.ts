import { once } from 'node:events';
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
 * of a small run. Run from sources, as tests do, it takes the calling thread. An idle compiler keeps no process alive.
 */
export function startCompiler(): Compiler {
  return import.meta.url.endsWith('.ts') ? compilerInThisThread() : compilerInThread();
}

/** What is sent to the thread: files to get ready, an output to check, or what it must declare, which alone is answered. */
export type CompilerRequest =
  | { readonly prepare: readonly RenderedFile[] }
  | CompileInput
  | { readonly expectations: Expectations };

function compilerInThread(): Compiler {
  /** Id of the process that the thread starts; 0 until there is one. */
  const processId = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./compile-worker.js', import.meta.url), { workerData: processId });
  worker.unref();
  // A thread that fails while it loads is told to whoever asks next.
  let failure: Error | undefined;
  worker.on('error', (error: Error) => {
    failure = error;
  });
  const ask: Compiler['compile'] = async (input, expected) => {
    if (failure !== undefined) throw failure;
    worker.ref();
    // Fails where the thread does, and leaves no listener behind.
    const answer = once(worker, 'message').then(([problems]) => problems as readonly OutputProblem[]);
    worker.postMessage(input satisfies CompilerRequest);
    worker.postMessage({ expectations: expected.all() } satisfies CompilerRequest);
    return answer.finally(() => {
      worker.unref();
    });
  };
  return {
    prepare: (files) => {
      worker.postMessage({ prepare: files.filter(({ path }) => isModule(path)) } satisfies CompilerRequest);
    },
    compile: ask,
    close: async () => {
      // An answer that arrives only now would let the process end before the thread has.
      worker.removeAllListeners('message');
      endProcess(Atomics.load(processId, 0));
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
