import { parentPort } from 'node:worker_threads';
import { checkTypes, compareWithModel, modulesOf, type CheckedOutput } from './compile.js';
import type { CompilerRequest } from './compiler.js';
import { ProgramFactory } from './program.js';

const programs = new ProgramFactory();
let checked: CheckedOutput | undefined;

parentPort?.on('message', async (request: CompilerRequest) => {
  if ('prepare' in request) {
    const modules = modulesOf(request.prepare);
    programs.create(modules, [...modules.keys()]);
  } else if ('files' in request) {
    checked = checkTypes(request, programs);
  } else if (checked !== undefined) {
    parentPort?.postMessage(await compareWithModel(checked, request.expectations));
  }
});
