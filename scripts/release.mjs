#!/usr/bin/env node
// Publishes a package of this repository, or with --dry-run reports what would go out; `npm run release` builds first.
import { runProcess } from '../dist/generator/cli/run.js';
import { releaseProgram } from '../dist/generator/release/release-command.js';

runProcess(() => releaseProgram(process.env).parseAsync());
