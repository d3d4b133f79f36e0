import { describe, expect, it } from 'vitest';
import { InvalidArgumentError } from '../errors/index.js';
import { serializePayload } from './payload.js';

const circle: { self?: unknown } = {};
circle.self = circle;

const failing = (thrown: unknown): object => ({
  toJSON: () => {
    throw thrown;
  },
});

describe('serializePayload', () => {
  it.each<{ payload: unknown; want: string }>([
    { payload: {}, want: '{}' },
    { payload: null, want: 'null' },
    { payload: { a: undefined, b: Number.NaN, c: new Date(0) }, want: '{"b":null,"c":"1970-01-01T00:00:00.000Z"}' },
    { payload: { toJSON: () => ({ a: 1 }), circle }, want: '{"a":1}' },
  ])('writes $want', ({ payload, want }) => {
    expect(serializePayload('resize', payload)).toBe(want);
  });

  it.each<{ name: string; payload: unknown; want: RegExp }>([
    { name: 'undefined', payload: undefined, want: /it is undefined\.$/ },
    { name: 'a function', payload: () => 1, want: /it is function\.$/ },
    { name: 'a symbol', payload: Symbol('s'), want: /it is symbol\.$/ },
    { name: 'what toJSON makes nothing of', payload: { toJSON: () => undefined }, want: /it is object\.$/ },
    { name: 'a BigInt', payload: { a: 1n }, want: /BigInt/ },
    { name: 'a circle', payload: circle, want: /circular/i },
    { name: 'a toJSON that throws', payload: failing(new Error('not now')), want: /JSON: not now\.$/ },
    { name: 'a toJSON that throws no error', payload: failing(Object.create(null)), want: /no reason was given\.$/ },
  ])('refuses $name', ({ payload, want }) => {
    const write = (): string => serializePayload('resize', payload);
    expect(write).toThrow(InvalidArgumentError);
    expect(write).toThrow(want);
    expect(write).toThrow(expect.objectContaining({ messageType: 'resize' }) as Error);
  });
});
