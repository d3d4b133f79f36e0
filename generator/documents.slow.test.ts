import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Json } from './json.js';
import { rendering } from './render/render.js';
import type { TemplateFile } from './render/templates.js';
import { CatalogError } from './diagnostics/diagnostic.js';
import { formatDiagnostics } from './diagnostics/format.js';
import { Reporter } from './diagnostics/reporter.js';
import { locatorOf } from './load/locate.js';
import { messageText } from './scaffold/message-text.js';
import { messageFile, modelOf } from './testing/catalog.js';
import { sourceOf } from './testing/catalog-texts.js';
import { validate } from './validate/validate.js';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
/** Files of this repository that a text links to; by their address on the web where the package does not hold them. */
const links = (text: string): string[] =>
  [
    ...text.matchAll(
      /\]\((?:https:\/\/github\.com\/Mesh-Sync\/worker-codegen\/(?:blob|tree)\/main\/|(?!https:))([^)#]+)[^)]*\)/g,
    ),
  ].map(([, target = '']) => target);

describe("The project's README", () => {
  it.each(links(readme))('links to %s, which exists', (target) => {
    expect(existsSync(join(root, target))).toBe(true);
  });

  it('shows a mistake as validate does, in the message that init writes', () => {
    const [, shown = ''] = /```console\n\$ npm run validate\n([\s\S]*?)\n\nThe catalog has/.exec(readme) ?? [];
    const path = 'messages/report/report-render-request.yaml';
    const [request, outcome] = ['report-render-request', 'report-render-completed'];
    const text = messageText('request', { name: request, modeline: '', outcome });
    const reporter = new Reporter(locatorOf);
    const source = sourceOf({
      [path]: text.replace('required: [subjectId]', 'required: [subjectID]'),
      [path.replace('request', 'completed')]: messageText('outcome', { name: outcome, modeline: '', request }),
    });
    expect(() => validate(source, reporter)).toThrow(CatalogError);
    expect(formatDiagnostics(reporter.diagnostics, 'pretty', '/')).toBe(`${shown}\n`);
  });

  it('shows a message that is valid, with a type that the catalog has', () => {
    const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
    const type = parse(readFileSync(join(root, 'catalog/types/storage-location.yaml'), 'utf8')) as Json;
    const { messages } = modelOf({
      'messages/file/file-rename-request.yaml': parse(text) as Json,
      'types/storage-location.yaml': type,
    });
    expect(messages.map(({ method }) => method)).toEqual(['fileRenameRequest']);
  });

  it('shows a target that draws the links between messages', () => {
    const [, content = ''] = /```handlebars\n([\s\S]*?)```/.exec(readme) ?? [];
    const path = 'mermaid/flows.mmd.hbs';
    const template: TemplateFile = {
      path,
      outputPath: 'mermaid/flows.mmd',
      scope: 'package',
      content,
      isTemplate: true,
    };
    const more = { outcome: 'file-zip-completed', emits: ['file-zip-progress'] };
    const object = { type: 'object' };
    const model = modelOf({
      'messages/file-zip-request.yaml': messageFile('file-zip-request', object, more),
      'messages/file-zip-completed.yaml': messageFile('file-zip-completed', object),
      'messages/file-zip-progress.yaml': messageFile('file-zip-progress', object),
    });
    expect(rendering(model)([template]).map((file) => file.content)).toEqual([
      'flowchart LR\n  file-zip-request --> file-zip-completed\n  file-zip-request -.-> file-zip-progress\n',
    ]);
  });
});

describe('The documents', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };

  it('name files and folders that exist', () => {
    const named = [...contributing.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => /\/|\.ts$/.test(path));
    const folders = ['.', 'generator', 'templates/typescript', 'catalog'];
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !folders.some((folder) => existsSync(join(root, folder, path))))).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('of which %s is one, name scripts that exist', (path) => {
    const named = [...(path === 'README.md' ? readme : contributing).matchAll(/npm run (\w+)/g)].map(
      ([, name]) => name,
    );
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => scripts[name ?? ''] === undefined)).toEqual([]);
  });
});
