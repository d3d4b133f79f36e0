import { Worker } from 'node:worker_threads';
import type { CompileInput, OutputProblem } from './compile.js';

/** A compiler that is getting ready, or is. */
export interface Compiler {
  /** Checks the output; may be called once. */
  readonly compile: (input: CompileInput) => Promise<readonly OutputProblem[]>;
}

/**
 * Loads the TypeScript compiler in a thread of its own, so that the catalog is read meanwhile: loading is the longest part
 * of a small run. Run from sources, as tests do, it takes the calling thread. An idle compiler keeps no process alive.
 */
export function startCompiler(): Compiler {
  if (import.meta.url.endsWith('.ts')) {
    return { compile: async (input) => (await import('./compile.js')).compile(input) };
  }
  const worker = new Worker(new URL('./compile-worker.js', import.meta.url));
  worker.unref();
  return {
    compile: async (input) => {
      worker.ref();
      const answer = new Promise<readonly OutputProblem[]>((resolve, reject) => {
        worker.once('message', resolve).once('error', reject);
      });
      worker.postMessage(input);
      return answer.finally(() => worker.terminate());
    },
  };
}
