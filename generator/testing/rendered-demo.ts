import { join } from 'node:path';
import type { Model } from '../model/model.js';
import { rendering } from '../render/render.js';
import type { RenderedFile } from '../render/rendered-file.js';
import { loadTemplates, type TemplateFile } from '../render/templates.js';
import { messageFile, modelOf } from './catalog.js';

/** A small package, from the model to its files. */
export interface RenderedDemo {
  readonly model: Model;
  readonly templates: readonly TemplateFile[];
  readonly files: readonly RenderedFile[];
}

const payload = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', description: 'An id.' },
    kind: { enum: ['a', 'b'] },
    known: { type: 'string', 'x-known-values': ['x', 'y'] },
    toString: { type: 'string' },
    place: { $ref: '../types/place.yaml' },
    list: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'null' }], items: { const: 1 }, minItems: 1 },
    either: { anyOf: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'number' } }] },
  },
};

/** Renders two messages and a type with the project's own templates. */
export async function renderDemo(): Promise<RenderedDemo> {
  const model = modelOf({
    'messages/demo-request.yaml': messageFile('demo-request', payload, { outcome: 'demo-completed' }),
    'messages/demo-completed.yaml': messageFile('demo-completed', { type: 'object', additionalProperties: false }),
    'types/place.yaml': { type: 'object', additionalProperties: { type: 'integer', description: 'A number.' } },
  });
  const templates = await loadTemplates(join(import.meta.dirname, '../../templates'));
  return { model, templates, files: rendering(model)(templates) };
}
