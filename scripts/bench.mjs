#!/usr/bin/env node
// Measures generator and client beside their peers, with --write for generator/bench/README.md too; `npm run bench` builds first.
import { bench } from '../dist/generator/bench/bench.js';

const words = process.argv.slice(2);
await bench({ names: words.filter((word) => word !== '--write'), isWritten: words.includes('--write') });
