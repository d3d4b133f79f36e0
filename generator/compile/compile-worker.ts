import { parentPort } from 'node:worker_threads';
import { compile, type CompileInput } from './compile.js';

parentPort?.once('message', (input: CompileInput) => parentPort?.postMessage(compile(input)));
