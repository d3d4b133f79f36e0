import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageFile, modelOf } from '../testing/catalog.js';
import { compileTemplate } from '../render/compile-template.js';
import type { precompiled } from '../render/precompiled.js';
import { loadTemplates, type TemplateFile } from '../render/templates.js';
import { contextsOf } from '../render/contexts.js';
import { packageView } from '../render/views.js';
import { precompileTemplates } from './precompile-templates.js';

const model = modelOf({
  'messages/demo/a-request.yaml': messageFile('a-request', { $ref: '../../types/point.yaml' }),
  'types/point.yaml': { type: 'object', properties: { x: { type: 'integer' } } },
});

let folder: string;
let templates: TemplateFile[];
let known: typeof precompiled;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'precompile-'));
  const all = await loadTemplates(join(import.meta.dirname, '../../templates'));
  templates = all.filter(({ isTemplate }) => isTemplate);
  const file = join(folder, 'precompiled.mjs');
  await precompileTemplates(all, file);
  ({ precompiled: known } = (await import(pathToFileURL(file).href)) as { precompiled: typeof precompiled });
});
afterAll(() => rm(folder, { recursive: true }));

/** What filling a template gives: its text, or why it fails. */
function outcome(fill: (context: unknown) => string, context: unknown): string {
  try {
    return fill(context);
  } catch (error) {
    return `failed: ${String(error)}`;
  }
}

describe('Templates that were compiled before', () => {
  it('are all that are templates', () => {
    expect(known.size).toBe(new Set(templates.map(({ content }) => content)).size);
  });

  it('render what they render when compiled for the run', () => {
    const contextsFor = contextsOf(model, packageView(model), false);
    for (const { content, outputPath } of templates) {
      const contexts = contextsFor(outputPath);
      const [[message], [type]] = [contexts.message, contexts.type];
      const context = { package: contexts.package, message, type, readme: { domains: [], hasFields: true } };
      const text = outcome(compileTemplate(content, known), context);
      expect(text).toBe(outcome(compileTemplate(content, new Map()), context));
      expect(text).not.toContain('failed: ');
    }
  });

  it('fail as they do when compiled for the run', () => {
    const failures = templates.map(({ content }) => outcome(compileTemplate(content, known), {}));
    expect(failures).toEqual(templates.map(({ content }) => outcome(compileTemplate(content, new Map()), {})));
    expect(failures).toContain('failed: Error: "licence" not defined in undefined - 1:2');
  });
});
