import { Worker } from 'node:worker_threads';
import type { CompileInput, OutputProblem } from './compile.js';

/** A compiler that is getting ready, or is. */
export interface Compiler {
  /** Checks an output, one after the other; what did not change since the last is not parsed again. */
  readonly compile: (input: CompileInput) => Promise<readonly OutputProblem[]>;
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

/**
 * Whether a compiler looks at a file.
 *
 * @param path - Path of the file.
 */
export function isJudged(path: string): boolean {
  return /\.(?:json|[cm]?tsx?)$/.test(path);
}

function compilerInThread(): Compiler {
  const worker = new Worker(new URL('./compile-worker.js', import.meta.url));
  worker.unref();
  // A thread that fails while it loads is told to whoever asks next.
  let failure: Error | undefined;
  worker.on('error', (error: Error) => {
    failure = error;
  });
  const ask = async (input: CompileInput): Promise<readonly OutputProblem[]> => {
    if (failure !== undefined) throw failure;
    worker.ref();
    const answer = new Promise<readonly OutputProblem[]>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
    });
    // Documents are most of an output, and nobody judges them there.
    const files = input.files.filter(({ path }) => isJudged(path));
    worker.postMessage({ ...input, files } satisfies CompileInput);
    return answer.finally(() => {
      worker.removeAllListeners('message').unref();
    });
  };
  return {
    compile: ask,
    close: async () => {
      await worker.terminate();
    },
  };
}

function compilerInThisThread(): Compiler {
  const loaded = Promise.all([import('./compile.js'), import('./program.js')]);
  const programs = loaded.then(([, { ProgramFactory }]) => new ProgramFactory());
  return {
    compile: async (input) => {
      const [{ compile }] = await loaded;
      return compile(input, await programs);
    },
    close: () => Promise.resolve(),
  };
}
