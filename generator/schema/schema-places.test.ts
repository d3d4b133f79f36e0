import { describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import { anchorsIn, schemaAt } from './schema-places.js';

const root: Json = {
  $anchor: 'root',
  properties: { a: { items: { $anchor: 'item' } }, items: { type: 'string' } },
  allOf: [true, { $id: 'https://a.example/', $anchor: 'hidden', properties: { b: { $anchor: 'hidden-too' } } }],
  enum: [{ $anchor: 'value' }],
  'x-more': { c: { $anchor: 'unknown' } },
};

describe('schemaAt', () => {
  it.each([
    [[], root],
    [['properties', 'items'], { type: 'string' }],
    [['properties', 'a', 'items'], { $anchor: 'item' }],
    [['allOf', '0'], true],
    [['allOf'], undefined],
    [['allOf', '2'], undefined],
    [['properties'], undefined],
    [['enum', '0'], undefined],
    [['x-more', 'c'], undefined],
    [['toString'], undefined],
  ])('%j', (pointer, want) => {
    expect(schemaAt(root, pointer)).toEqual(want);
  });
});

it('anchorsIn finds those that belong to the schema', () => {
  expect([...anchorsIn(root)]).toEqual([
    ['root', []],
    ['item', ['properties', 'a', 'items']],
  ]);
});
