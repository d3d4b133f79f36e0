import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { render, type RenderedFile } from '../render/render.js';
import { loadTemplates, type TemplateFile } from '../render/templates.js';
import { messageFile, modelOf } from '../testing/catalog.js';
import { compile, type OutputProblem } from './compile.js';
import { expectationsOf } from './expectations.js';

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
const model = modelOf({
  'messages/demo-request.yaml': messageFile('demo-request', payload, { outcome: 'demo-completed' }),
  'messages/demo-completed.yaml': messageFile('demo-completed', { type: 'object', additionalProperties: false }),
  'types/place.yaml': { type: 'object', additionalProperties: { type: 'integer', description: 'A number.' } },
});

let templates: TemplateFile[];
let files: RenderedFile[];
beforeAll(async () => {
  templates = await loadTemplates(join(import.meta.dirname, '../../templates'));
  files = render(model, templates);
});

function check(output: readonly RenderedFile[]): OutputProblem[] {
  const sources = new Map(templates.map(({ path, content }) => [path, content]));
  return compile({ files: output, expectations: expectationsOf(model), templates: sources });
}

const place = 'typescript/src/types/place.ts';

describe('compile', () => {
  it('finds nothing in what was rendered', () => {
    expect(check(files)).toEqual([]);
  });

  it('finds what compiles and is not of the model, naming output and template', () => {
    const changed = files.map((file) =>
      file.path === place ? { ...file, content: `${file.content}export type Evil = 1;\n` } : file,
    );
    expect(check(changed)).toEqual([
      {
        path: place,
        template: 'typescript/src/types/[type].ts.hbs',
        line: undefined,
        message: 'It declares Evil, which the model does not have.',
      },
    ]);
  });

  it('finds what does not parse', () => {
    const changed = files.map((file) => (file.path === place ? { ...file, content: 'export typ Place = 1;' } : file));
    expect(check(changed).some(({ path }) => path === place)).toBe(true);
  });

  it('tells the line of what does not compile', () => {
    const [problem] = check(
      files.map((file) => (file.path === place ? { ...file, content: `${file.content}export type X = Y;\n` } : file)),
    );
    const lines = files.find((file) => file.path === place)?.content.split('\n').length;
    expect(problem).toMatchObject({ path: place, line: lines, message: "Cannot find name 'Y'." });
  });

  it('finds JSON that does not parse', () => {
    const manifest = { path: 'typescript/package.json', template: 'typescript/package.json.hbs', isRendered: true };
    const [problem] = compile({
      files: [{ ...manifest, content: '{ "name": }' }],
      expectations: expectationsOf(model),
      templates: new Map(),
    });
    expect(problem).toMatchObject({ path: manifest.path, template: manifest.template, line: undefined });
  });

  it('does not judge what was copied', () => {
    const copied = {
      path: 'typescript/src/runtime/x.ts',
      template: 'x',
      isRendered: false,
      content: 'export const x: string = 1;',
    };
    expect(check([...files, copied])).toEqual([]);
  });
});
