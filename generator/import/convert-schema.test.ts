import { describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import { convertSchema } from './convert-schema.js';
import { Sources, type SourceDocument } from './sources.js';

/** Converts the root of a document; references show the place that they lead to. */
function convert(value: Json, ...others: readonly SourceDocument[]): { schema: Json; losses: string[] } {
  const document = { label: 'a.json', uri: 'file:///s/a.json', value, folders: [] };
  const losses: string[] = [];
  const sources = new Sources([document, ...others], (place, reason) => void losses.push(`${place} ${reason}`));
  const schema = convertSchema(sources.root(document), ({ key }) => key);
  return { schema: JSON.parse(JSON.stringify(schema).replaceAll('file:///s/', '')) as Json, losses };
}

const draft4 = { $schema: 'http://json-schema.org/draft-04/schema#' };
const draft3 = { $schema: 'http://json-schema.org/draft-03/schema#' };

describe('A schema is carried over into 2020-12', () => {
  it.each<{ what: string; given: Json; want: Json }>([
    { what: 'a dialect', given: { ...draft4, type: 'object' }, want: { type: 'object' } },
    {
      what: 'definitions, which go where they are used',
      given: { definitions: { a: {} }, type: 'object' },
      want: { type: 'object' },
    },
    {
      what: 'a property named like a keyword',
      given: { properties: { definitions: { type: 'string' }, id: {}, example: {} } },
      want: { properties: { definitions: { type: 'string' }, id: {}, example: {} } },
    },
    {
      what: 'exclusive bounds as flags',
      given: { minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
      want: { exclusiveMinimum: 1, maximum: 9 },
    },
    { what: 'exclusive bounds as numbers', given: { exclusiveMinimum: 1 }, want: { exclusiveMinimum: 1 } },
    {
      what: 'a tuple',
      given: { items: [{ type: 'string' }, true], additionalItems: false },
      want: { prefixItems: [{ type: 'string' }, true], items: false },
    },
    {
      what: 'a tuple that is open',
      given: { items: [{ type: 'string' }] },
      want: { prefixItems: [{ type: 'string' }] },
    },
    {
      what: 'additionalItems that mean nothing',
      given: { items: { type: 'string' }, additionalItems: false },
      want: { items: { type: 'string' } },
    },
    {
      what: 'schemas inside a tuple',
      given: { items: [{ items: [{ nullable: true, type: 'string' }] }] },
      want: { prefixItems: [{ prefixItems: [{ type: ['string', 'null'] }] }] },
    },
    {
      what: 'dependencies of both kinds',
      given: { dependencies: { a: ['b'], c: { required: ['d'] } } },
      want: { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } },
    },
    { what: 'a dependency of draft 3', given: { dependencies: { a: 'b' } }, want: { dependentRequired: { a: ['b'] } } },
    { what: 'nullable beside a type', given: { type: 'string', nullable: true }, want: { type: ['string', 'null'] } },
    { what: 'nullable that is false', given: { type: 'string', nullable: false }, want: { type: 'string' } },
    {
      what: 'nullable beside an enum',
      given: { type: 'string', enum: ['a'], nullable: true },
      want: { type: ['string', 'null'], enum: ['a', null] },
    },
    {
      what: 'nullable beside a reference',
      given: {
        definitions: { a: {} },
        properties: { x: { $ref: '#/definitions/a', nullable: true, description: 'X.' } },
      },
      want: { properties: { x: { description: 'X.', anyOf: [{ $ref: 'a.json#/definitions/a' }, { type: 'null' }] } } },
    },
    {
      what: 'nullable beside the reference in a list that OpenAPI 3.0 asks for',
      given: { definitions: { a: {} }, properties: { x: { allOf: [{ $ref: '#/definitions/a' }], nullable: true } } },
      want: { properties: { x: { anyOf: [{ $ref: 'a.json#/definitions/a' }, { type: 'null' }] } } },
    },
    { what: 'an example', given: { type: 'string', example: 'a' }, want: { type: 'string', examples: ['a'] } },
    { what: 'an example beside examples', given: { example: 'a', examples: ['b'] }, want: { examples: ['b'] } },
    {
      what: 'types of draft 3',
      given: { type: 'any', properties: { a: { type: ['string', { type: 'object' }] } } },
      want: { properties: { a: { allOf: [{ anyOf: [{ type: 'string' }, { type: 'object' }] }] } } },
    },
    {
      what: 'required of draft 3',
      given: { ...draft3, properties: { a: { type: 'string', required: true }, b: { required: false } } },
      want: { properties: { a: { type: 'string' }, b: {} }, required: ['a'] },
    },
    {
      what: 'disallow, extends and divisibleBy',
      given: { disallow: 'string', extends: { type: 'number' }, divisibleBy: 2 },
      want: { not: { type: 'string' }, allOf: [{ type: 'number' }], multipleOf: 2 },
    },
    {
      what: '$recursiveRef',
      given: { $recursiveAnchor: true, properties: { child: { $recursiveRef: '#' } } },
      want: { properties: { child: { $ref: 'a.json#' } } },
    },
    {
      what: 'an $id that references do not need',
      given: { $id: 'https://x.example/a.json', type: 'object' },
      want: { type: 'object' },
    },
    {
      what: 'markdownDescription',
      given: { description: 'A', markdownDescription: '**A**' },
      want: { description: '**A**' },
    },
    {
      what: 'enumDescriptions',
      given: { description: 'Kind.', enum: ['a', 'b'], enumDescriptions: ['First', 'Second'] },
      want: { description: 'Kind.\n\n- `a`: First\n- `b`: Second', enum: ['a', 'b'] },
    },
    {
      what: 'texts of values by value',
      given: { enum: ['a'], 'meta:enum': { a: 'First' } },
      want: { enum: ['a'], description: '- `a`: First' },
    },
    {
      what: 'deprecationMessage',
      given: { deprecationMessage: 'Use b.' },
      want: { deprecated: true, description: 'Use b.' },
    },
    {
      what: 'externalDocs',
      given: { externalDocs: { url: 'https://x.example', description: 'more' } },
      want: { description: 'See [more](https://x.example).' },
    },
    {
      what: 'names that are listed twice',
      given: { required: ['a', 'a'], enum: [1, 1] },
      want: { required: ['a'], enum: [1] },
    },
    {
      what: 'needless escapes of a pattern',
      given: { pattern: String.raw`^[\w-.]+\@a\-b$` },
      want: { pattern: String.raw`^[\w\-.]+@a-b$` },
    },
    { what: 'anchors of Perl', given: { pattern: String.raw`\Aa\z` }, want: { pattern: '^a$' } },
    { what: 'keywords of vendors', given: { 'x-order': 1 }, want: { 'x-order': 1 } },
    {
      what: 'a property named __proto__',
      given: JSON.parse('{"properties":{"__proto__":{"type":"string"}}}') as Json,
      want: JSON.parse('{"properties":{"__proto__":{"type":"string"}}}') as Json,
    },
    {
      what: 'true and false',
      given: { properties: { a: true, b: false } },
      want: { properties: { a: true, b: false } },
    },
  ])('with $what', ({ given, want }) => {
    expect(convert(given)).toEqual({ schema: want, losses: [] });
  });

  it.each<{ what: string; given: Json; want: Json; losses: string[] }>([
    {
      what: 'an unknown keyword',
      given: { properties: { a: { tsType: 'X' } } },
      want: { properties: { a: {} } },
      losses: ['a.json#/properties/a/tsType is no keyword of JSON Schema 2020-12: left out'],
    },
    {
      what: 'a reference to a file that is not there',
      given: { items: { $ref: 'b.json' } },
      want: { items: {} },
      losses: [
        'a.json#/items/$ref leads to "b.json", which is not among the sources, and nothing is fetched: any value is accepted; name the file that holds it as a source, too',
      ],
    },
    {
      what: 'a type of no JSON',
      given: { type: 'file' },
      want: {},
      losses: ['a.json#/type "file" is no type of JSON: any value is accepted in its place'],
    },
    {
      what: 'a discriminator',
      given: { oneOf: [{}], discriminator: { propertyName: 'a' } },
      want: { oneOf: [{}] },
      losses: [
        'a.json#/discriminator has no equal: give the property a const in each alternative, and the type narrows by it',
      ],
    },
    {
      what: 'a pattern that is none',
      given: { pattern: '(?i)a' },
      want: {},
      losses: ['a.json#/pattern "(?i)a" is no regular expression of JavaScript: any text is accepted'],
    },
    {
      what: 'a dynamic reference',
      given: { $dynamicAnchor: 'n', items: { $dynamicRef: '#n' }, contains: { $dynamicAnchor: 'n' } },
      want: { items: { $ref: 'a.json#' }, contains: {} },
      losses: [
        'a.json#/items/$dynamicRef is carried over as a $ref: schemas that extend this one do not change what it leads to',
      ],
    },
    {
      what: 'what stands beside a reference of an old draft',
      given: { ...draft4, properties: { a: { $ref: '#', minLength: 1, title: 'A' } } },
      want: { properties: { a: { $ref: 'a.json#', minLength: 1, title: 'A' } } },
      losses: [
        'a.json#/properties/a/minLength holds beside $ref from now on, where its draft ignores it: remove it if it should not',
      ],
    },
    {
      what: 'a dialect of its own',
      given: { $schema: 'https://x.example/meta', type: 'object' },
      want: { type: 'object' },
      losses: ['a.json#/$schema "https://x.example/meta" is a dialect of its own, and is read as JSON Schema'],
    },
    {
      what: 'what is no schema',
      given: { additionalProperties: 'no' },
      want: { additionalProperties: true },
      losses: ['a.json#/additionalProperties is no schema: any value is accepted'],
    },
    {
      what: 'a place in a keyword that has another name now',
      given: { dependencies: { a: { foo: 1 } } },
      want: { dependentSchemas: { a: {} } },
      losses: ['a.json#/dependencies/a/foo is no keyword of JSON Schema 2020-12: left out'],
    },
  ])('and reports $what', ({ given, want, losses }) => {
    expect(convert(given)).toEqual({ schema: want, losses });
  });
});

describe('A reference leads', () => {
  const other = (value: Json, uri = 'file:///s/b.json'): SourceDocument => ({
    label: 'b.json',
    uri,
    value,
    folders: [],
  });
  it.each<{ what: string; given: Json; others?: SourceDocument[]; want: string }>([
    { what: 'to the root', given: { items: { $ref: '#' } }, want: 'a.json#' },
    {
      what: 'by a pointer with escapes',
      given: { definitions: { 'a/b ~': {} }, items: { $ref: '#/definitions/a~1b%20~0' } },
      want: 'a.json#/definitions/a~1b ~0',
    },
    {
      what: 'to any schema',
      given: { properties: { a: { type: 'string' } }, items: { $ref: '#/properties/a' } },
      want: 'a.json#/properties/a',
    },
    {
      what: 'to another file',
      given: { items: { $ref: 'b.json#/definitions/x' } },
      others: [other({ definitions: { x: {} } })],
      want: 'b.json#/definitions/x',
    },
    {
      what: 'to an absolute $id of another file',
      given: { items: { $ref: 'https://x.example/b#/definitions/x' } },
      others: [other({ $id: 'https://x.example/b#', definitions: { x: {} } })],
      want: 'b.json#/definitions/x',
    },
    {
      what: 'relative to an $id',
      given: { $id: 'https://x.example/dir/a', items: { $ref: 'b' } },
      others: [other({ $id: 'https://x.example/dir/b' })],
      want: 'b.json#',
    },
    {
      what: 'relative to the file, where no $id answers',
      given: { $id: 'https://x.example/dir/a', items: { $ref: 'b.json' } },
      others: [other({})],
      want: 'b.json#',
    },
    {
      what: 'to an inner $id',
      given: { definitions: { x: { $id: 'inner.json' } }, items: { $ref: 'inner.json' } },
      want: 'a.json#/definitions/x',
    },
    {
      what: 'relative to an inner $id',
      given: { definitions: { y: { $id: 'sub/y.json' } }, items: { $id: 'sub/x.json', $ref: 'y.json' } },
      want: 'a.json#/definitions/y',
    },
    {
      what: 'to the id of draft 4',
      given: { ...draft4, id: 'http://x.example/a', definitions: { x: { id: '#x' } }, items: { $ref: '#x' } },
      want: 'a.json#/definitions/x',
    },
    {
      what: 'to an anchor',
      given: { $defs: { x: { $anchor: 'here' } }, items: { $ref: '#here' } },
      want: 'a.json#/$defs/x',
    },
    {
      what: 'inside its own file where another has the same $id',
      given: { $id: 'https://x.example/s', definitions: { x: {} }, items: { $ref: '#/definitions/x' } },
      others: [other({ $id: 'https://x.example/s' })],
      want: 'a.json#/definitions/x',
    },
  ])('$what', ({ given, others = [], want }) => {
    const { schema, losses } = convert(given, ...others);
    expect([(schema as { items: Json }).items, losses]).toEqual([{ $ref: want }, []]);
  });
});
