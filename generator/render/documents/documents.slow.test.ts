import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isJsonObject, type Json, type JsonObject } from '../../json.js';
import { readModel, renderTarget } from '../../testing/render-target.js';

const folder = join(import.meta.dirname, '../../../catalog');

interface MessageFile {
  readonly path: string;
  readonly content: JsonObject & { readonly name: string; readonly payload: Json };
}

/** The files themselves, read by nothing of this project. */
const files: readonly MessageFile[] = readdirSync(join(folder, 'messages'), { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => join(folder, 'messages', path))
  .map((path) => ({ path, content: parse(readFileSync(path, 'utf8')) as MessageFile['content'] }));

const documents = new Map<string, JsonObject>();
beforeAll(async () => {
  const model = await readModel(folder);
  for (const target of ['asyncapi', 'openapi']) {
    const text = (await renderTarget(model, target)).get(`${target}.json`) ?? '';
    documents.set(target, JSON.parse(text) as JsonObject);
  }
});

/** Where each document keeps what it says of a message, and its payload. */
const places = [
  ['asyncapi', (name: string) => `/components/messages/${name}`, '/payload'],
  ['openapi', (name: string) => `/paths/~1api~1jobs~1${name}/post`, '/requestBody/content/application~1json/schema'],
] as const;

function at(document: Json | undefined, pointer: string): Json | undefined {
  let found = document;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/');
    found = isJsonObject(found)
      ? found[name]
      : Array.isArray(found)
        ? (found as readonly Json[])[Number(name)]
        : undefined;
  }
  return found;
}

/** Whatever a schema of a file says that the schema of a document does not, by its place. */
class Losses {
  readonly found: string[] = [];
  readonly #seen = new Set<string>();

  constructor(private readonly document: Json | undefined) {}

  compare(given: Json, rendered: Json | undefined, file: string, place: string): void {
    if (isJsonObject(given) && typeof given['$ref'] === 'string') return this.#reference(given, rendered, file, place);
    if (isJsonObject(given)) {
      if (!isJsonObject(rendered)) this.found.push(place);
      else for (const [name, inner] of Object.entries(given)) this.#keyword(name, inner, rendered[name], file, place);
    } else if (Array.isArray(given)) {
      (given as readonly Json[]).forEach((item, index) => this.compare(item, at(rendered, `/${index}`), file, place));
    } else if (given !== rendered) this.found.push(place);
  }

  #keyword(name: string, given: Json, rendered: Json | undefined, file: string, place: string): void {
    const isDescription = name === 'description' && typeof given === 'string';
    if (!isDescription) return this.compare(given, rendered, file, `${place}/${name}`);
    const [want, is] = [given, rendered].map((text) => String(text).trim().replaceAll('&lt;', '<'));
    if (!is?.startsWith(want ?? '')) this.found.push(`${place}/description`);
  }

  #reference({ $ref, ...beside }: JsonObject, rendered: Json | undefined, file: string, place: string): void {
    this.compare(beside, rendered, file, place);
    const target = join(dirname(file), String($ref));
    const pointer = isJsonObject(rendered) ? String(rendered['$ref']) : '';
    const meant = pointer.startsWith('#') ? at(this.document, pointer.slice(1)) : undefined;
    if (meant === undefined) this.found.push(`${place}/$ref`);
    if (meant === undefined || this.#seen.has(target)) return;
    this.#seen.add(target);
    this.compare(parse(readFileSync(target, 'utf8')) as Json, meant, target, target);
  }
}

describe.each(places)('The document of %s', (target, placeOf, payload) => {
  it('says all that the files of the 58 messages say of payloads', () => {
    expect(files.length).toBe(58);
    const document = documents.get(target);
    const losses = new Losses(document);
    for (const { path, content } of files) {
      let schema = at(document, placeOf(content.name) + payload);
      while (isJsonObject(schema) && '$ref' in schema) schema = at(document, String(schema['$ref']).slice(1));
      losses.compare(content.payload, isJsonObject(schema) ? (schema['schema'] ?? schema) : schema, path, content.name);
    }
    expect(losses.found).toEqual([]);
  });

  it('says all that they say beside, in words and for programs', () => {
    const text = JSON.stringify(documents.get(target));
    for (const { content } of files) {
      const { name, description, examples = [], payload: _, ...beside } = content;
      const message = at(documents.get(target), placeOf(name)) as JsonObject;
      expect(message['x-message'], name).toMatchObject(beside);
      expect(message['description']).toContain(String(description).trim());
      for (const link of [beside['outcome'] ?? [], beside['emits'] ?? []].flat())
        expect(message['description']).toContain(`\`${String(link)}\``);
      for (const code of [at(beside, '/retry/retryOn') ?? [], at(beside, '/retry/neverOn') ?? []].flat())
        expect(message['description']).toContain(`\`${String(code)}\``);
      for (const { title, payload: example } of examples as { title: string; payload: Json }[]) {
        expect(text).toContain(JSON.stringify(title));
        expect(text).toContain(JSON.stringify(example));
      }
    }
  });
});

describe('The document of OpenAPI', () => {
  it('has a webhook for each outcome of a request that says where to post it, signed', () => {
    const { webhooks } = documents.get('openapi') as { webhooks: Record<string, { post: JsonObject }> };
    const posted = files.filter(({ content }) => at(content.payload, '/properties/webhookUrl') !== undefined);
    expect(posted.length).toBeGreaterThan(10);
    expect(Object.keys(webhooks).sort()).toEqual([...new Set(posted.map(({ content }) => content['outcome']))].sort());
    const parameters = webhooks['file-download-completed']?.post['parameters'] as { $ref: string }[];
    const names = parameters.map(({ $ref }) => at(documents.get('openapi'), `${$ref.slice(1)}/name`));
    expect(names).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature']);
  });

  it('names every header field of the wire', () => {
    const text = JSON.stringify(documents.get('openapi'));
    for (const name of [
      'Idempotency-Key',
      'Job-Delay',
      'Prefer',
      'If-None-Match',
      'ETag',
      'Preference-Applied',
      'Retry-After',
    ])
      expect(text).toMatch(new RegExp(`"${name}"`));
  });
});
