import { describe, expect, it } from 'vitest';
import { printType } from '../render/typescript/print-type.js';
import { messageFile, modelOf } from '../testing/catalog.js';
import type { Json } from '../json.js';

/** What the payload of a message reads as; `undefined` where it reads as it is written. */
function received(payload: Json): string | undefined {
  const [message] = modelOf({ 'messages/a-request.yaml': messageFile('a-request', payload) }).messages;
  const type = message?.payload.received;
  return (
    type &&
    printType(type, 0)
      .replaceAll(/\/\*\*.*?\*\//gs, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll('; }', ' }')
      .trim()
  );
}

const object = (properties: Json): Json => ({ type: 'object', properties });

const cases: readonly { title: string; given: Json; want: string | undefined }[] = [
  { title: 'plain types stay', given: object({ a: { type: ['string', 'null'] } }), want: undefined },
  { title: 'open lists stay', given: object({ a: { type: 'string', 'x-known-values': ['x'] } }), want: undefined },
  {
    title: 'a closed list of texts opens',
    given: object({ a: { enum: ['x', 'y'] } }),
    want: "{ a?: 'x' | 'y' | (string & {}) | undefined }",
  },
  {
    title: 'a closed list of numbers opens',
    given: object({ a: { enum: [1, 2] } }),
    want: '{ a?: 1 | 2 | (number & {}) | undefined }',
  },
  {
    title: 'a mixed list opens by kind, and keeps null',
    given: object({ a: { enum: ['x', 1, true, null] } }),
    want: "{ a?: 'x' | (string & {}) | 1 | (number & {}) | boolean | null | undefined }",
  },
  {
    title: 'a constant opens',
    given: object({ a: { const: 'x' } }),
    want: "{ a?: 'x' | (string & {}) | undefined }",
  },
  {
    title: 'items of lists and tuples open',
    given: object({
      a: { type: 'array', items: { enum: ['x', 'y'] } },
      b: { type: 'array', prefixItems: [{ const: 1 }] },
    }),
    want: "{ a?: Array<'x' | 'y' | (string & {})> | undefined; b?: [(1 | (number & {}))?, ...unknown[]] | undefined }",
  },
  {
    title: 'values of maps open',
    given: { type: 'object', additionalProperties: { const: 'x' } },
    want: "{ [key: string]: 'x' | (string & {}) }",
  },
  {
    title: 'an object that holds nothing holds anything',
    given: { type: 'object', additionalProperties: false },
    want: '{ [key: string]: unknown }',
  },
  {
    title: 'a constant that tells alternatives apart stays, what else they hold opens',
    given: object({
      a: {
        oneOf: [
          { type: 'object', required: ['kind'], properties: { kind: { const: 'x' }, size: { enum: ['s', 'm'] } } },
          { type: 'object', required: ['kind'], properties: { kind: { const: 'y' } } },
        ],
      },
    }),
    want: "{ a?: { kind: 'x'; size?: 's' | 'm' | (string & {}) | undefined } | { kind: 'y' } | undefined }",
  },
];

describe('Received types', () => {
  it.each(cases)('$title', ({ given, want }) => {
    expect(received(given)).toBe(want);
  });

  it('lead from one named type to the next, in any order of files and through circles', () => {
    const { messages, types } = modelOf({
      'messages/a-request.yaml': messageFile('a-request', object({ first: { $ref: '../types/outer.yaml' } })),
      'types/inner.yaml': object({ state: { enum: ['on', 'off'] }, back: { $ref: 'outer.yaml' } }),
      'types/outer.yaml': object({ inner: { $ref: 'inner.yaml' } }),
      'types/plain.yaml': object({ text: { type: 'string' } }),
    });
    expect(messages[0]?.payload.received).toMatchObject({
      properties: [{ name: 'first', type: { kind: 'reference', name: 'ReceivedOuter' } }],
    });
    const [inner, outer, plain] = types;
    expect(inner?.received).toMatchObject({
      properties: [{ name: 'state' }, { name: 'back', type: { kind: 'reference', name: 'ReceivedOuter' } }],
    });
    expect(outer?.received).toMatchObject({ properties: [{ type: { kind: 'reference', name: 'ReceivedInner' } }] });
    expect(plain?.received).toBeUndefined();
  });
});
