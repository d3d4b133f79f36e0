#!/usr/bin/env node
// Measures the generator beside its peers; `npm run bench` builds it first.
import { bench } from '../dist/bench/bench.js';

await bench();
