import { parentPort } from 'node:worker_threads';
import { compile, modulesOf } from './compile.js';
import type { CompilerRequest } from './compiler.js';
import { ProgramFactory } from './program.js';

const programs = new ProgramFactory();
parentPort?.on('message', async (request: CompilerRequest) => {
  if ('prepare' in request) {
    const modules = modulesOf(request.prepare);
    programs.create(modules, [...modules.keys()]);
  } else parentPort?.postMessage(await compile(request, programs));
});
