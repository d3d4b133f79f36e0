import { describe, expect, it } from 'vitest';
import { Memory } from '../memory.js';
import type { Model } from '../model/model.js';
import { messageFile, modelOf } from '../testing/catalog.js';
import { rendering } from './render.js';
import type { TemplateFile } from './templates.js';

describe('The hash of what was rendered', () => {
  const model = modelOf({
    'messages/a-request.yaml': messageFile('a-request', { type: 'object' }),
    'messages/b-request.yaml': messageFile('b-request', { type: 'object' }),
  });
  const template = (content: string): TemplateFile => ({
    path: 't/[message].txt.hbs',
    outputPath: 't/[message].txt',
    scope: 'message',
    content,
    isTemplate: true,
  });

  it('is not kept where its template looks at other messages', () => {
    const known = new Memory<string>();
    const files = rendering(model, known)([template('{{#each package.messages}}{{this.name}}{{/each}}')]);
    expect(files.map(({ content }) => content)).toEqual(['a-requestb-request', 'a-requestb-request']);
    expect(known.isEmpty).toBe(true);
  });

  it('is another where the template is, or the settings are', () => {
    const known = new Memory<string>();
    const hashes = (given: Model, content: string): string[] =>
      rendering(given, known)([template(content)]).map(({ hash }) => hash);
    const before = hashes(model, '{{message.name}} {{package.packageName}}');
    expect(hashes(model, '{{message.name}}')).not.toEqual(before);
    const settings = { ...model.settings, package: { ...model.settings.package, name: 'other' } };
    expect(hashes({ ...model, settings }, '{{message.name}} {{package.packageName}}')).not.toEqual(before);
    expect(hashes(model, '{{message.name}} {{package.packageName}}')).toEqual(before);
  });
});
