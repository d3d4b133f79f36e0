#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { endWithReader } from './closed-pipe.js';
import { currentFolder } from './current-folder.js';
import { createProgram } from './program.js';
import { run } from './run.js';

// A run is short, and most of its code runs a few times: V8 11, of Node.js 20, optimizes functions too early for it (default:
// 67,584 bytes of bytecode run), in threads that the rest of the run has to wait for. Later versions have no such flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');
for (const stream of [process.stdout, process.stderr]) {
  endWithReader(stream, (reason) => {
    if (reason === undefined) process.exit();
    process.stderr.write(`error: ${reason}\n`);
    process.exit(1);
  });
}
process.exitCode = await run(() => createProgram(currentFolder()).parseAsync());
