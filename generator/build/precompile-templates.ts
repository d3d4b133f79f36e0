import { writeFile } from 'node:fs/promises';
import Handlebars from 'handlebars';
import { contentHash } from '../content-hash.js';
import { compileOptions } from '../render/compile-template.js';
import type { TemplateFile } from '../render/templates.js';

/**
 * Compiles templates into a module that takes the place of `precompiled.js`.
 *
 * @param templates - The templates; files that are copied are left out.
 * @param file - Where to write it.
 */
export async function precompileTemplates(templates: readonly TemplateFile[], file: string | URL): Promise<void> {
  const entries = templates
    .filter(({ isTemplate }) => isTemplate)
    .map(({ content }) => `['${contentHash(content)}', ${String(Handlebars.precompile(content, compileOptions))}],\n`);
  await writeFile(file, `export const precompiled = new Map([\n${entries.join('')}]);\n`);
}
