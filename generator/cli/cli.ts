#!/usr/bin/env node
import { endWithReader } from './closed-pipe.js';
import { createProgram } from './program.js';
import { run } from './run.js';

for (const stream of [process.stdout, process.stderr]) endWithReader(stream, () => process.exit());
process.exitCode = await run(() => createProgram(process.cwd()).parseAsync());
