#!/usr/bin/env node
// Does in advance what each run would do otherwise; the last step of `npm run build`.
import { bundleCommand } from '../dist/build/bundle-command.js';
import { precompileTemplates } from '../dist/build/precompile-templates.js';
import { writeStructureValidators } from '../dist/build/structure-validators.js';
import { defaultTemplatesFolder } from '../dist/installation.js';
import { loadTemplates } from '../dist/render/templates.js';

writeStructureValidators();
const templates = await loadTemplates(defaultTemplatesFolder);
await precompileTemplates(templates, new URL('../dist/render/precompiled.js', import.meta.url));
await bundleCommand();
