import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../json.js';
import { namedTypes } from '../../model/named-types.js';
import { messageFile, modelOf, type CatalogFiles } from '../../testing/catalog.js';
import { deprecationSentence, pageView } from './pages.js';

const object: Json = { type: 'object' };

function page(payload: Json, more: JsonObject = {}, files: CatalogFiles = {}): ReturnType<typeof pageView> {
  const model = modelOf({ 'messages/x/a-request.yaml': messageFile('a-request', payload, more), ...files });
  const message = model.messages.find(({ name }) => name === 'a-request');
  if (message === undefined) throw new Error('The model lacks a-request.');
  return pageView(message, namedTypes(model));
}

const field = (schema: JsonObject): Json => ({ type: 'object', properties: { a: schema } });

describe('The fields of a page', () => {
  it.each<{ title: string; given: JsonObject; want: string }>([
    { title: 'a description', given: { type: 'string', description: 'A | b.' }, want: 'A \\| b.' },
    {
      title: 'conditions',
      given: { type: 'integer', description: 'A size.', minimum: 1 },
      want: 'A size. Minimum: 1.',
    },
    { title: 'a default', given: { type: 'string', default: 'x' }, want: 'Default: `"x"`.' },
    { title: 'a deprecation', given: { type: 'string', deprecated: true }, want: '**Deprecated.**' },
    { title: 'a secret', given: { type: 'string', 'x-secret': true }, want: 'Secret.' },
    {
      title: 'items',
      given: { type: 'array', items: { type: 'integer', description: 'One.', maximum: 3 } },
      want: 'Each item: One. Items: Maximum: 3.',
    },
  ])('tell $title', ({ given, want }) => {
    expect(page(field(given)).fields[0]?.meaning).toBe(want);
  });

  it('tell names, types and what is required', () => {
    const { fields, ownFields, hasNestedFields } = page({
      type: 'object',
      required: ['a|b'],
      properties: {
        'a|b': { type: 'integer' },
        c: { type: 'object', properties: { d: { type: ['string', 'null'] } } },
      },
    });
    expect(fields.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['`"a\\|b"`', 'integer', '✓'],
      ['`c`', 'object', '✗'],
      ['`c.d`', 'string or null', '✗'],
    ]);
    expect(ownFields.map(({ name }) => name)).toEqual(['`"a\\|b"`', '`c`']);
    expect(hasNestedFields).toBe(true);
    expect(page(field({ type: 'string' })).hasNestedFields).toBe(false);
  });
});

describe('The facts of a page', () => {
  it('tell domain, linked messages, retries and deprecation', () => {
    const facts = page(
      object,
      {
        outcome: 'a-completed',
        emits: ['a-progress'],
        retry: { attempts: 5, backoff: { type: 'exponential', delay: '2s' }, retryOn: ['TIMEOUT'], neverOn: ['GONE'] },
        deprecated: { since: '2.0.0', replacedBy: 'a-progress' },
      },
      {
        'messages/a-completed.yaml': messageFile('a-completed', object),
        'messages/a-progress.yaml': messageFile('a-progress', object),
      },
    ).facts;
    expect(facts.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Domain: x',
      'Sent by: callers',
      'Outcome: [a-completed](a-completed.md)',
      'Sent meanwhile: [a-progress](a-progress.md)',
      'Retries: 5 attempts, exponential backoff from 2s. Expected to pass: `TIMEOUT`. Never after `GONE`.',
      'Deprecated: Since 2.0.0. Send `a-progress` instead.',
    ]);
  });

  it('tell the other direction', () => {
    const { facts, ending } = page(
      object,
      {},
      {
        'messages/b-request.yaml': messageFile('b-request', object, { outcome: 'a-request' }),
        'messages/c-request.yaml': messageFile('c-request', object, { emits: ['a-request'] }),
      },
    );
    expect(facts.slice(1).map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Sent by: workers',
      'Outcome of: [b-request](b-request.md)',
      'Sent during: [c-request](c-request.md)',
    ]);
    expect(ending).toBe(
      'This message reports the end of [b-request](b-request.md). This message is sent during [c-request](c-request.md).',
    );
  });
});

describe('What holds for the payload as a whole', () => {
  it.each<{ title: string; given: JsonObject; want: string }>([
    { title: 'nothing', given: { type: 'object' }, want: '' },
    {
      title: 'limits, in a part of it too',
      given: { type: 'object', minProperties: 1, allOf: [{ maxProperties: 3 }] },
      want: 'At least 1 property. At most 3 properties.',
    },
  ])('is told: $title', ({ given, want }) => {
    expect(page(given).conditions).toBe(want);
  });
});

describe('The examples of a page', () => {
  it('are those of the catalog', () => {
    const examples = [
      { title: 'Long', payload: { a: 'a long text' } },
      { title: 'Short', payload: {} },
    ];
    const view = page(field({ type: 'string' }), { examples });
    expect(view.examples).toEqual([
      { title: 'Long', payload: "{ a: 'a long text' }" },
      { title: 'Short', payload: '{}' },
    ]);
    expect(view.firstExample.title).toBe('Long');
    expect(view.shortestExample.title).toBe('Short');
  });

  it('are made up where the catalog has none', () => {
    const payload: Json = { type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: object } };
    expect(page(payload).examples).toEqual([{ title: 'The smallest payload', payload: "{ a: 'text' }" }]);
  });

  it.each<{ title: string; given: JsonObject; want: Json }>([
    {
      title: 'one that the schema gives',
      given: { type: 'object', required: ['a'], properties: { a: { type: 'string' } }, examples: [{ a: 'b' }] },
      want: { title: 'An example', payload: "{ a: 'b' }" },
    },
    {
      title: 'the smallest, where nothing in it is under a condition',
      given: { type: 'object', properties: { a: { type: 'string', minLength: 8 } } },
      want: { title: 'The smallest payload', payload: '{}' },
    },
    {
      title: 'the smallest, where it meets the conditions',
      given: { type: 'object', required: ['a'], properties: { a: { type: 'string', minLength: 2 } } },
      want: { title: 'The smallest payload', payload: "{ a: 'text' }" },
    },
    {
      title: 'a larger one, where that meets them',
      given: { type: 'object', minProperties: 1, properties: { a: { type: 'string' } } },
      want: { title: 'A payload that fits', payload: "{ a: 'text' }" },
    },
    {
      title: 'an outline, with what is missing',
      given: { type: 'object', required: ['a'], properties: { a: { type: 'string', minLength: 8 } } },
      want: {
        title: 'A payload in outline, which does not fit as it is (`/a`: Must have at least 8 characters.)',
        payload: "{ a: 'text' }",
      },
    },
  ])('are made up of what passes the run-time check: $title', ({ given, want }) => {
    expect(page(given).examples).toEqual([want]);
  });
});

describe('deprecationSentence', () => {
  it.each([
    [{ since: '1.0.0' }, 'Since 1.0.0.'],
    [{ since: '1.0.0', reason: 'It was slow' }, 'Since 1.0.0. It was slow.'],
    [{ since: '1.0.0', reason: 'Slow. ', replacedBy: 'b' }, 'Since 1.0.0. Slow. Send `b` instead.'],
  ])('of %j is %j', (given, want) => {
    expect(deprecationSentence(given)).toBe(want);
  });
});
