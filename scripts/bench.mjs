#!/usr/bin/env node
// Measures the generator beside its peers, with --write for the README; `npm run bench` builds it first.
import { bench } from '../dist/bench/bench.js';

await bench({ isWritten: process.argv.includes('--write') });
