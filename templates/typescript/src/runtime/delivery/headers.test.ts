import { describe, expect, it } from 'vitest';
import { headersProblem, isHeaderValue, mergeHeaders, sendableHeaders } from './headers.js';

describe('headersProblem', () => {
  it.each([
    {},
    { 'X-Trace': 'a' },
    { a: undefined },
    { a: '' },
    { a: 'café\tok' },
    Object.freeze({ a: 'b' }),
    Object.assign(Object.create({ 'no good': '\n' }), { a: 'b' }) as Record<string, string>,
  ])('accepts %j', (headers) => {
    expect(headersProblem('headers', headers)).toBeUndefined();
  });

  it.each<{ headers: unknown; want: string }>([
    { headers: { 'a b': 'c' }, want: '"a b" is not a header name.' },
    { headers: { '': 'c' }, want: '"" is not a header name.' },
    { headers: { 'a\n': 'c' }, want: '"a\\n" is not a header name.' },
    { headers: { a: 'secret\r\nb: c' }, want: 'The header "a" must be a text of Latin-1 without line breaks' },
    { headers: { a: 'secret\u0000' }, want: 'The header "a" must be a text of Latin-1' },
    { headers: { a: 'secret €' }, want: 'The header "a" must be a text of Latin-1' },
    { headers: { a: 5 }, want: 'The header "a" must be a text of Latin-1' },
    { headers: { a: null }, want: 'The header "a" must be a text of Latin-1' },
    { headers: { 'Content-Length': '5' }, want: 'The header "Content-Length" is set by the client' },
    { headers: { 'transfer-encoding': 'chunked' }, want: 'The header "transfer-encoding" is set by the client' },
    { headers: { 'Idempotency-Key': 'a' }, want: 'see the option idempotencyKey' },
    { headers: new Headers({ a: 'b' }), want: 'headers must be an object of texts by name, got ' },
    { headers: new Map([['a', 'b']]), want: 'headers must be an object of texts by name, got ' },
    { headers: [['a', 'b']], want: 'headers must be an object of texts by name, got ' },
    { headers: null, want: 'headers must be an object of texts by name, got ' },
    { headers: 'a: b', want: 'headers must be an object of texts by name, got ' },
  ])('refuses $headers', ({ headers, want }) => {
    const problem = headersProblem('headers', headers);
    expect(problem).toContain(want);
    expect(problem).not.toContain('secret');
  });
});

describe('isHeaderValue', () => {
  it.each(['', 'a b', '\t', '\u00ff'])('accepts %j', (value) => expect(isHeaderValue(value)).toBe(true));
  it.each(['\n', '\r', '\u0000', '\u007f', '\u0100', 5, null, undefined])('refuses %j', (value) =>
    expect(isHeaderValue(value)).toBe(false),
  );
});

describe('mergeHeaders', () => {
  it('joins without regard to case, lets later ones win, and removes what is undefined', () => {
    const merged = mergeHeaders({ Accept: 'a', 'X-One': '1', 'x-two': '2' }, undefined, {
      ACCEPT: 'b',
      'X-two': undefined,
    });
    expect(merged).toEqual({ accept: 'b', 'x-one': '1' });
  });

  it('makes a field of __proto__, not a prototype', () => {
    const merged = mergeHeaders(JSON.parse('{"__proto__":"a"}') as Record<string, string>);
    expect(Object.entries(merged)).toEqual([['__proto__', 'a']]);
  });
});

describe('sendableHeaders', () => {
  it.each<{ given: unknown; want: object }>([
    { given: { traceparent: '00-1' }, want: { traceparent: '00-1' } },
    { given: { good: 'a', bad: '\n', 'idempotency-key': 'b', n: 5 }, want: { good: 'a' } },
    { given: { authorization: undefined }, want: { authorization: undefined } },
    { given: 'text', want: {} },
    { given: ['a'], want: {} },
    { given: Promise.resolve({ a: 'b' }), want: {} },
  ])('keeps $want', ({ given, want }) => {
    expect(sendableHeaders(given)).toEqual(want);
  });
});
