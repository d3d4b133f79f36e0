import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { messageFile, modelOf } from '../testing/catalog.js';
import { rendering } from './render.js';
import { TemplateError } from './template-error.js';
import { loadTemplates, type TemplateFile, type TemplateScope } from './templates.js';

const object = { type: 'object' };
const model = modelOf({
  'messages/demo/b-request.yaml': messageFile('b-request', object),
  'messages/demo/a-request.yaml': messageFile(
    'a-request',
    { $ref: '../../types/point.yaml' },
    { outcome: 'b-request' },
  ),
  'types/point.yaml': object,
});

function template(path: string, content: string, scope: TemplateScope = 'package'): TemplateFile {
  const outputPath = path.replace(/\.hbs$/, '');
  return { path, outputPath, scope, content, isTemplate: path !== outputPath };
}

describe('render', () => {
  it('fills a template of the package once', () => {
    expect(rendering(model)([template('t/a.txt.hbs', '{{package.packageName}}\n')])).toEqual([
      { path: 't/a.txt', content: 'demo-client\n', template: 't/a.txt.hbs', isRendered: true },
    ]);
  });

  it('copies other files as they are', () => {
    expect(rendering(model)([template('t/a.ts', '{{nothing}}')])).toEqual([
      { path: 't/a.ts', content: '{{nothing}}', template: 't/a.ts', isRendered: false },
    ]);
  });

  it('fills a template for each message, in order', () => {
    const files = rendering(model)([template('t/[message]/[message].ts.hbs', '{{message.method}}', 'message')]);
    expect(files.map(({ path, content }) => [path, content])).toEqual([
      ['t/a-request/a-request.ts', 'aRequest'],
      ['t/b-request/b-request.ts', 'bRequest'],
    ]);
  });

  it('fills a template for each shared type', () => {
    const files = rendering(model)([template('t/[type].ts.hbs', '{{type.exports}}', 'type')]);
    expect(files.map(({ path, content }) => [path, content])).toEqual([['t/point.ts', 'Point']]);
  });

  it.each([
    { title: 'a name that is not there', content: '{{package.titel}}' },
    { title: 'a name that is not there, inside a loop', content: '{{#each package.messages}}{{this.nme}}{{/each}}' },
    { title: 'a message where there is none', content: '{{message.name}}' },
    { title: 'a block that is not closed', content: '{{#if package.title}}' },
    { title: 'an unknown helper', content: '{{#shout package.title}}{{/shout}}' },
    { title: 'a helper that is not allowed', content: '{{lookup package "title"}}' },
  ])('refuses $title, naming the template', ({ content }) => {
    expect(() => rendering(model)([template('t/a.txt.hbs', content)])).toThrow(TemplateError);
    expect(() => rendering(model)([template('t/a.txt.hbs', content)])).toThrow(
      /^The template t\/a\.txt\.hbs(?::1(?::\d+)?)?: /,
    );
    expect(() => rendering(model)([template('t/a.txt.hbs', content)])).not.toThrow(/\[object/);
  });

  it('refuses two templates that make the same file, as a message named index may', () => {
    const indexed = modelOf({ 'messages/index.yaml': messageFile('index', object) });
    const both = [template('t/[message].json.hbs', '{}', 'message'), template('t/index.json.hbs', '{}')];
    expect(() => rendering(indexed)(both)).toThrow(
      'The template t/index.json.hbs: It makes t/index.json, and so does t/[message].json.hbs: rename',
    );
    expect(rendering(model)(both).length).toBe(3);
  });

  it('prints data whatever the names in it, indented where the template says so', () => {
    const odd = modelOf({
      'messages/a-b.yaml': messageFile('a-b', { 'x-map': { toString: 1, valueOf: 2, __proto__: 3 } }),
    });
    const json = '{\n  "schema": {{json message.schema indent=2}}, "same": {{message.schema}}\n}\n';
    const [file] = rendering(odd)([template('t/[message].json.hbs', json, 'message')]);
    expect(file?.content).toMatch(/^ {4}"x-map": \{\n {6}"toString": 1,$/m);
    const { schema, same } = JSON.parse(file?.content ?? '') as Record<string, unknown>;
    expect(same).toEqual(schema);
  });

  it('sees all that is said of a deprecated message', () => {
    const deprecated = { since: '2.0.0', reason: 'Old.', replacedBy: 'b', removal: '2027-03-31' };
    const going = modelOf({
      'messages/a.yaml': messageFile('a', object, { deprecated }),
      'messages/b.yaml': messageFile('b', object),
    });
    const text = Object.keys(deprecated)
      .map((name) => `{{#if this.deprecated}}{{this.deprecated.${name}}} {{/if}}`)
      .join('');
    const [file] = rendering(going)([template('t/a.txt.hbs', `{{#each package.messages}}${text}{{/each}}`)]);
    expect(file?.content).toBe('2.0.0 Old. b 2027-03-31 ');
  });

  it('says what a template names that is not there', () => {
    const failing = template('t/[message].ts.hbs', '{{message.nothing}}', 'message');
    const attempt = (): unknown => rendering(model)([failing]);
    expect(attempt).toThrow(
      'The template t/[message].ts.hbs:1:11: message has no "nothing". It has constant, constantComment, deprecated, ',
    );
  });

  it.each([
    ['a\n  {{nothing}}', 'The template t/a.txt.hbs:2:5: a template has no "nothing". It has package.'],
    [
      '{{package.packageNam}}',
      'The template t/a.txt.hbs:1:11: package has no "packageNam". Did you mean "packageName"?',
    ],
    ['{{package.nothing.more}}', 'The template t/a.txt.hbs:1:11: package has no "nothing".'],
    [
      '{{#each package.messages}}{{../nothing}}{{/each}}',
      'The template t/a.txt.hbs:1:32: a template has no "nothing".',
    ],
    [
      'a\n{{#if package}}\nb',
      'The template t/a.txt.hbs:3: The template ends inside a block or an expression: close it.',
    ],
    ['a\n{{a!b}}', 'The template t/a.txt.hbs:2: Handlebars cannot read what stands here: '],
    ['\n{{#if package}}{{/each}}', 'The template t/a.txt.hbs:2:4: The block "if" is closed as "each".'],
    [
      'a {{lookup package 0}}',
      'The template t/a.txt.hbs:1:3: There is no helper "lookup": a template has #if and #each alone.',
    ],
    ['{{#if}}{{/if}}', 'The template t/a.txt.hbs: #if requires exactly one argument'],
  ])('says of %j where it fails', (content, want) => {
    expect(() => rendering(model)([template('t/a.txt.hbs', content)])).toThrow(want);
  });

  it('gives the same output for the same catalog, in any order of files', () => {
    const again = modelOf({
      'types/point.yaml': object,
      'messages/demo/a-request.yaml': messageFile(
        'a-request',
        { $ref: '../../types/point.yaml' },
        { outcome: 'b-request' },
      ),
      'messages/demo/b-request.yaml': messageFile('b-request', object),
    });
    const all = [template('t/a.txt.hbs', '{{#each package.messages}}{{this.name}} {{/each}}')];
    expect(rendering(again)(all)).toEqual(rendering(model)(all));
  });
});

describe('The templates of this repository', () => {
  let templates: TemplateFile[];
  beforeAll(async () => {
    templates = await loadTemplates(join(import.meta.dirname, '../../templates'));
  });

  it('fill without a name that is missing', () => {
    const rendered = rendering(model)(templates);
    expect(rendered.length).toBeGreaterThan(templates.length);
    for (const { path, content } of rendered.filter(({ isRendered }) => isRendered)) {
      expect({ path, tags: content.match(/\{\{[^}]*\}\}/g) }).toEqual({ path, tags: null });
    }
  });

  it('end each text with exactly one line break', () => {
    for (const { path, content } of rendering(model)(templates)) {
      expect({ path, end: /[^\n]\n$/.test(content) }).toEqual({ path, end: true });
    }
  });

  it('leave no space at the end of a line', () => {
    const committed = templates.filter(({ path }) => path.startsWith('typescript/'));
    for (const { path, content } of rendering(model)(committed)) {
      expect({ path, lines: content.match(/^.*[ \t]$/gm) }).toEqual({ path, lines: null });
    }
  });
});
