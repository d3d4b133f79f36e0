import { beforeAll, describe, expect, it } from 'vitest';
import { messageFile, modelOf } from '../../testing/catalog.js';
import { renderTarget } from '../../testing/render-target.js';
import { retryPicture } from './retry-picture.js';
import { siteOf } from './site.js';

const model = modelOf({
  'messages/file/zip-request.yaml': messageFile(
    'zip-request',
    {
      type: 'object',
      required: ['place'],
      properties: {
        place: { $ref: '../../types/place.yaml' },
        key: { type: 'string', 'x-secret': true, description: 'Opens the archive.' },
        level: { type: 'integer', minimum: 1, maximum: 9, default: 6 },
      },
    },
    {
      outcome: 'zip-completed',
      emits: ['zip-progress'],
      retry: { attempts: 3, backoff: { type: 'exponential', delay: '2s' }, neverOn: ['GONE'] },
      examples: [{ title: "Ada's", payload: { place: { path: "a'b" } } }],
    },
  ),
  'messages/file/zip-completed.yaml': messageFile('zip-completed', { type: 'object' }),
  'messages/zip-progress.yaml': messageFile('zip-progress', { type: 'object' }),
  'types/place.yaml': { type: 'object', description: 'A place.', properties: { path: { type: 'string' } } },
});
let body: string;
let first: string;
let place: string;
beforeAll(async () => {
  const pages = await renderTarget(model, 'html');
  [body, first, place] = ['messages/zip-request', 'index', 'types/place'].map(
    (path) => /<main[\s\S]*<\/main>/.exec(pages.get(`${path}.html`) ?? '')?.[0] ?? '',
  ) as [string, string, string];
});
const text = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('The page of a message', () => {
  it('shows what it leads to, with links', () => {
    expect(body).toContain('href="zip-completed.html"');
    expect(body).toContain('href="zip-progress.html"');
    expect(text(body)).toMatch(/request.*while it runs.*outcome/);
  });

  it('shows each field with its type, limits and marks, and links shared types', () => {
    expect(body).toContain('id="field-place.path"');
    expect(body).toContain('<a href="../types/place.html">Place</a>');
    expect(text(body)).toMatch(/place Place required/);
    expect(text(body)).toMatch(/key string secret Opens the archive\./);
    expect(text(body)).toMatch(/Integer\. Minimum: 1\. Maximum: 9\. Default: 6/);
  });

  it('shows its example in TypeScript, for a shell and as JSON, and a handler of it', () => {
    const code = text(body).replaceAll(' ', '');
    expect(code).toContain('client.zipRequest({');
    expect(code).toContain('defineHandlers({&#39;zip-request&#39;:async(payload,job)=&gt;{');
    expect(code).toContain('awaitjob.emit(&#39;zip-progress&#39;,{});');
    expect(text(body)).toContain('sent by callers');
    expect(code).toContain('&quot;a&#39;\\&#39;&#39;b&quot;');
    expect(code).toContain('&quot;path&quot;:&quot;a&#39;b&quot;');
  });

  it('holds its schema with all that it refers to', () => {
    expect(text(body)).toMatch(/&quot;\$ref&quot; : &quot;#\/\$defs\/place&quot;/);
  });
});

describe('The site', () => {
  it('counts and lists messages by domain', () => {
    expect(text(first)).toContain('3 messages 1 shared types 1 requests with an outcome');
    expect(text(first)).toMatch(/messages 1 zip-progress .* file 2 zip-completed .* zip-request/);
  });

  it('knows where a shared type is used', () => {
    expect(text(place)).toMatch(/Used by zip-request/);
  });

  it('gives the search messages, fields and types, in a form that cannot end its element', () => {
    const { searchIndex } = siteOf(model).site();
    const entries = JSON.parse(searchIndex) as { u: string; k: string; n: string }[];
    expect(entries).toContainEqual({
      u: 'messages/zip-request.html#field-key',
      k: 'f',
      n: 'key',
      o: 'zip-request',
      d: 'Opens the archive.',
    });
    expect(entries).toContainEqual({ u: 'types/place.html', k: 't', n: 'Place', d: 'A place.' });
    expect(searchIndex).not.toContain('<');
  });
});

describe('The picture of attempts', () => {
  it.each([
    [{ attempts: 3, backoff: { type: 'exponential', delay: '2s' } }, ['2 s', '4 s'], 3],
    [{ attempts: 2, backoff: { type: 'fixed', delay: '90s' } }, ['1.5 min'], 2],
    [{ attempts: 2 }, ['at once'], 2],
    [{ attempts: 100, backoff: { type: 'fixed', delay: '500ms' } }, ['500 ms', '… 100 in all'], 8],
  ] as const)('of %j shows the waits %j', (policy, waits, dots) => {
    const picture = String(retryPicture(policy));
    for (const wait of waits) expect(text(picture)).toContain(wait);
    expect(picture.match(/<circle/g)).toHaveLength(dots);
  });
});

describe('The first page', () => {
  const changesOf = async (changelog: string): Promise<string> => {
    const files = { 'catalog.yaml': { title: 'Demo', version: '1.2.0' }, 'messages/a.yaml': messageFile('a', true) };
    const pages = await renderTarget({ ...modelOf(files), changelog }, 'html');
    const [changes = ''] = /<details class="changes"[\s\S]*?<\/details>/.exec(pages.get('index.html') ?? '') ?? [];
    return text(changes).trim();
  };

  it('says what changed in this version, where a changelog does', async () => {
    const sections = '\n## [1.2.0] - 2026-01-01\n\n### Added\n\n- A <b>word</b>.\n\n## [1.1.0]\n\n- Old.\n';
    expect(await changesOf(`# Changelog\n${sections}`)).toBe('What changed in 1.2.0 Added A &lt;b&gt;word&lt;/b&gt;.');
    expect(await changesOf('# Changelog\n\n## 1.2.0\r\n\r\nMore.')).toBe('What changed in 1.2.0 More.');
  });

  it.each(['', '# Changelog\n', '## [1.1.0]\n\n- Old.\n'])('says nothing of it without one: %j', async (changelog) => {
    expect(await changesOf(changelog)).toBe('');
  });
});
