import { parentPort } from 'node:worker_threads';
import { compile, type CompileInput } from './compile.js';
import { ProgramFactory } from './program.js';

const programs = new ProgramFactory();
// The libraries are parsed while the catalog is read.
programs.create(new Map([['/first.ts', 'export {};']]));
parentPort?.on('message', (input: CompileInput) => parentPort?.postMessage(compile(input, programs)));
