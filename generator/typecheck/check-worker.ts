import { parentPort, workerData } from 'node:worker_threads';
import { checkOutput, modulesOf } from './check-types.js';
import type { CheckRequest } from './compiler.js';
import { ProgramFactory } from './program.js';

const programs = new ProgramFactory((processId) => Atomics.store(workerData as Int32Array, 0, processId));

parentPort?.on('message', async ({ files, prepares, withTypeScript5 }: CheckRequest) => {
  if (prepares) {
    const modules = modulesOf(files);
    programs.create(modules, [...modules.keys()]);
    return;
  }
  parentPort?.postMessage(await checkOutput(files, programs, withTypeScript5));
});
