import { describe, expect, it } from 'vitest';
import { messageFile, modelOf } from '../testing/catalog.js';
import { harmlessModel } from './harmless-model.js';

const hostile = '*/ evil() /*';
const payload = {
  title: hostile,
  type: 'object',
  description: hostile,
  required: [hostile],
  properties: {
    [hostile]: { enum: [hostile, 'b'], description: hostile, 'x-secret': true },
    toString: { type: 'string', 'x-known-values': [hostile], examples: [hostile], default: hostile },
    list: { type: 'array', prefixItems: [{ const: hostile }], items: { $ref: '#/$defs/part' } },
    map: { type: 'object', propertyNames: { enum: [hostile] }, additionalProperties: { description: hostile } },
    either: {
      anyOf: [{ type: 'string', pattern: '^\\*/ evil' }, { type: 'null' }],
    },
  },
  $defs: { part: { type: 'string', description: hostile } },
};
const model = modelOf({
  'catalog.yaml': { title: hostile, version: '1.0.0', description: hostile },
  'messages/demo-request.yaml': messageFile('demo-request', payload, {
    description: hostile,
    deprecated: { since: '1.0.0', reason: hostile },
    examples: [{ title: hostile, payload: { [hostile]: 'b' } }],
  }),
});

describe('A harmless model', () => {
  it('has no text of its catalog but the title and what makes up the names of packages', () => {
    expect(JSON.stringify(model)).toContain('evil()');
    const { messages, types, secretFields, settings } = harmlessModel(model).model;
    expect(JSON.stringify([messages, types, secretFields, settings.title, settings.description])).not.toContain('evil');
  });

  it('has equal words for equal texts, identifiers for identifiers, and names that objects inherit as they are', () => {
    const { words } = harmlessModel(model);
    expect(words.get(hostile)).toMatch(/^w \d+$/);
    expect(words.get('list')).toMatch(/^w\d+$/);
    expect(words.has('toString')).toBe(false);
    expect(new Set(words.values()).size).toBe(words.size);
  });
});
