#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { createProgram } from './program.js';
import { runProcess } from './run.js';

// A run is short, and most of its code runs a few times: V8 11, of Node.js 20, optimizes functions too early for it (default:
// 67,584 bytes of bytecode run), in threads that the rest of the run has to wait for. Later versions have no such flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');
// What a run makes it mostly keeps, so that V8's usual room for garbage would be half of its memory.
setFlagsFromString('--heap-growing-percent=20');
runProcess(() => createProgram().parseAsync());
