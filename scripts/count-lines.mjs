#!/usr/bin/env node
// Counts the lines of product code in generator/ and fails above a ceiling; a commit that needs more raises it and says why.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ceilings = { generator: 20_590, 'generator/diff': 2_790, 'generator/satisfiability': 1_970 };
const other = /\.test(?:-d)?\.ts$|^(?:bench|build|emitted|fixtures|hostile|release|testing)\//;

const files = readdirSync('generator', { recursive: true })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !other.test(path));
for (const [folder, ceiling] of Object.entries(ceilings)) {
  const counted = files.map((path) => `generator/${path}`).filter((path) => path.startsWith(`${folder}/`));
  const lines = counted.reduce((sum, path) => sum + readFileSync(join('.', path), 'utf8').split('\n').length - 1, 0);
  process.stdout.write(`${folder}: ${lines} lines of product code in ${counted.length} files, ${ceiling} at most\n`);
  if (lines > ceiling) process.exitCode = 1;
}
