#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { endWithReader } from './closed-pipe.js';
import { createProgram } from './program.js';
import { run } from './run.js';

// A run is short, and most of its code runs a few times: V8 optimizes functions too early for it (default: 67,584 bytes of
// bytecode run), in threads that the rest of the run has to wait for.
setFlagsFromString('--interrupt-budget=400000');
for (const stream of [process.stdout, process.stderr]) endWithReader(stream, () => process.exit());
process.exitCode = await run(() => createProgram(process.cwd()).parseAsync());
