import { describe, expect, it } from 'vitest';
import type { Json } from '../../json.js';
import { namedTypes } from '../../model/named-types.js';
import { messageFile, modelOf, type CatalogFiles } from '../../testing/catalog.js';
import { fieldRows } from './field-rows.js';

/** The fields of a payload: path, `?` where it may be absent, type and description. */
function rows(payload: Json, more: CatalogFiles = {}): string[] {
  const model = modelOf({ 'messages/a-request.yaml': messageFile('a-request', payload), ...more });
  const type = model.messages[0]?.payload.type ?? { kind: 'never' as const };
  return fieldRows(type, namedTypes(model)).map(({ path, isOptional, label, notes }) =>
    `${path}${isOptional ? '?' : ''} ${label} ${notes.description}`.trim(),
  );
}

const object = (properties: Json, required: string[] = []): Json => ({ type: 'object', properties, required });
const text: Json = { type: 'string' };

describe('fieldRows', () => {
  it.each<{ title: string; given: Json; want: string[] }>([
    { title: 'own fields', given: object({ a: text, b: text }, ['b']), want: ['a? string', 'b string'] },
    { title: 'fields of fields', given: object({ a: object({ b: text }, ['b']) }), want: ['a? object', 'a.b string'] },
    {
      title: 'fields of items',
      given: object({ a: { type: 'array', items: object({ b: text }) } }),
      want: ['a? object[]', 'a[].b? string'],
    },
    {
      title: 'fields of a tuple, by position',
      given: object({ a: { type: 'array', prefixItems: [object({ b: text })], items: object({ c: text }) } }),
      want: ['a? [object, ...object[]]', 'a[0].b? string', 'a[].c? string'],
    },
    {
      title: 'names that are no words',
      given: object({ 'a b': object({ '': text }) }),
      want: ['"a b"? object', '"a b".""? string'],
    },
    {
      title: 'described values of a map',
      given: object({ a: { type: 'object', additionalProperties: { type: 'integer', description: 'A count.' } } }),
      want: ['a? object', 'a.*? integer A count.'],
    },
    {
      title: 'values of a map that have a type alone',
      given: object({ a: { type: 'object', additionalProperties: text }, b: { type: 'object' } }),
      want: ['a? object', 'a.*? string', 'b? object'],
    },
    {
      title: 'a nullable object',
      given: object({ a: { anyOf: [object({ b: text }, ['b']), { type: 'null' }] } }),
      want: ['a? object or null', 'a.b string'],
    },
    {
      title: 'alternatives: required is what all of them require',
      given: {
        oneOf: [
          object({ kind: { const: 'x', description: 'An x.' }, size: object({ mm: text }, ['mm']) }, ['kind', 'size']),
          object({ kind: { const: 'y', description: 'A y.' } }, ['kind']),
        ],
      },
      want: ['kind "x" or "y" An x. Or: A y.', 'size? object', 'size.mm string'],
    },
    {
      title: 'parts: required is what any of them requires',
      given: { type: 'object', allOf: [object({ a: { ...Object(text), description: 'Told.' } }), { required: ['a'] }] },
      want: ['a string Told.'],
    },
    {
      title: 'parts: the more special one describes a field',
      given: {
        allOf: [
          object({ a: { ...Object(text), description: 'In general.' }, b: { type: 'number' } }),
          object({ a: { ...Object(text), description: 'Here.' }, b: { type: 'integer' } }),
        ],
      },
      want: ['a? string Here.', 'b? integer'],
    },
    {
      title: 'requirements of alternatives beside described fields',
      given: { ...Object(object({ a: text, b: text })), anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      want: ['a? string', 'b? string'],
    },
  ])('lists $title', ({ given, want }) => {
    expect(rows(given)).toEqual(want);
  });

  it('lists a type inside itself once', () => {
    const node = object({ name: text, next: { $ref: 'node.yaml' } });
    expect(rows(object({ first: { $ref: '../types/node.yaml' } }), { 'types/node.yaml': node })).toEqual([
      'first? Node',
      'first.name? string',
      'first.next? Node',
    ]);
  });

  it('ends on types that fan out without end', () => {
    const levels = Array.from({ length: 25 }, (_, level): [string, Json] => {
      const next = { $ref: `level${level + 1}.yaml` };
      return [`types/level${level}.yaml`, object({ a: next, b: next })];
    });
    const files = Object.fromEntries([...levels, ['types/level25.yaml', text]]);
    const listed = rows({ $ref: '../types/level0.yaml' }, files);
    expect(listed.length).toBeGreaterThan(100);
    expect(listed.length).toBeLessThan(10_000);
  });
});
