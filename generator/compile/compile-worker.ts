import { parentPort } from 'node:worker_threads';
import { compile, modulesOf } from './compile.js';
import type { CompilerRequest } from './compiler.js';
import { ProgramFactory } from './program.js';

const programs = new ProgramFactory();
// The libraries are parsed while the catalog is read.
programs.create(new Map([['/first.ts', 'export {};']]));
parentPort?.on('message', (request: CompilerRequest) => {
  if ('prepare' in request) programs.parse(modulesOf(request.prepare));
  else parentPort?.postMessage(compile(request, programs));
});
