#!/usr/bin/env node
// Does in advance what each run would do otherwise; the last step of `npm run build`.
import { bundleCommand } from '../dist/generator/build/bundle-command.js';
import { precompileTemplates } from '../dist/generator/build/precompile-templates.js';
import { writeStructureValidators } from '../dist/generator/build/structure-validators.js';
import { defaultTemplatesFolder, scaffoldFolder } from '../dist/generator/installation.js';
import { loadTemplates } from '../dist/generator/render/templates.js';

writeStructureValidators();
const templates = [...(await loadTemplates(defaultTemplatesFolder)), ...(await loadTemplates(scaffoldFolder))];
await precompileTemplates(templates, new URL('../dist/generator/render/precompiled.js', import.meta.url));
await bundleCommand();
