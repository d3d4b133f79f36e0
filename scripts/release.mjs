#!/usr/bin/env node
// Publishes the generated package, or with --dry-run tells what would go out; `npm run release` builds the generator first.
import { run } from '../dist/generator/cli/run.js';
import { release } from '../dist/generator/release/release.js';

process.exitCode = await run(() =>
  release({
    catalog: 'catalog',
    out: 'generated',
    isDryRun: process.argv.includes('--dry-run'),
    token: process.env.GITHUB_TOKEN,
    tag: process.env.RELEASE_TAG,
    tell: (line) => process.stdout.write(`${line}\n`),
  }),
);
