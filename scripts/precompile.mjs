#!/usr/bin/env node
// Compiles the shipped templates into the built generator, whose runs then load no compiler; part of `npm run build`.
import { defaultTemplatesFolder } from '../dist/installation.js';
import { precompile } from '../dist/render/precompile.js';
import { loadTemplates } from '../dist/render/templates.js';

const module = new URL('../dist/render/precompiled.js', import.meta.url);
await precompile(await loadTemplates(defaultTemplatesFolder), module);
