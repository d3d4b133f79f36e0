import { parentPort, workerData } from 'node:worker_threads';
import { modulesOf, OutputCheck } from './compile.js';
import type { CompilerRequest } from './compiler.js';
import { ProgramFactory } from './program.js';

const programs = new ProgramFactory((processId) => Atomics.store(workerData as Int32Array, 0, processId));
let check: OutputCheck | undefined;

parentPort?.on('message', async (request: CompilerRequest) => {
  if ('prepare' in request) {
    const modules = modulesOf(request.prepare);
    programs.create(modules, [...modules.keys()]);
  } else if ('files' in request) {
    check = new OutputCheck(request, programs);
  } else if (check !== undefined) {
    parentPort?.postMessage(await check.finish(request.expectations));
    check = undefined;
  }
});
