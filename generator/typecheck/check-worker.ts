import { parentPort, workerData } from 'node:worker_threads';
import { checkTypes, modulesOf } from './check-types.js';
import type { CheckRequest } from './compiler.js';
import { ProgramFactory } from './program.js';

const programs = new ProgramFactory((processId) => Atomics.store(workerData as Int32Array, 0, processId));

parentPort?.on('message', ({ files, prepares }: CheckRequest) => {
  const modules = modulesOf(files);
  if (prepares) programs.create(modules, [...modules.keys()]);
  else parentPort?.postMessage(checkTypes(files, programs));
});
