#!/usr/bin/env node
// Does in advance what each run would do otherwise; the last step of `npm run build`.
import { bundleCommand } from '../dist/build/bundle-command.js';
import { writeStructureValidators } from '../dist/build/structure-validators.js';

writeStructureValidators();
await bundleCommand();
