import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { excerpt, isErrorLike, reasonOf } from './reason.js';

const own = new Error('mine');
own.cause = own;

describe('reasonOf', () => {
  it.each<{ error: unknown; want: string }>([
    { error: new Error('broke'), want: 'broke' },
    { error: new TypeError('fetch failed', { cause: new Error('refused') }), want: 'fetch failed (refused)' },
    { error: Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' }), want: 'ECONNREFUSED' },
    { error: new RangeError(''), want: 'RangeError' },
    { error: own, want: 'mine (mine (mine))' },
    { error: runInNewContext('new Error("elsewhere")'), want: 'elsewhere' },
    { error: 'text', want: 'text' },
    { error: undefined, want: 'undefined' },
    { error: null, want: 'no reason was given' },
    { error: Object.create(null), want: 'no reason was given' },
    { error: Symbol('s'), want: 'Symbol(s)' },
    { error: new Error('two\nlines'), want: 'two lines' },
  ])('reads $want', ({ error, want }) => {
    expect(reasonOf(error)).toBe(want);
  });
});

describe('excerpt', () => {
  it.each([
    { text: ' a \r\n\t b ', want: 'a b' },
    { text: 'red \u001b[31mtext\u0007', want: 'red [31mtext' },
    { text: 'a\u0000b\u009fc\u2028d', want: 'a b c d' },
    { text: 'x'.repeat(200), want: 'x'.repeat(200) },
    { text: 'x'.repeat(201), want: `${'x'.repeat(199)}…` },
    { text: ' '.repeat(1_000_000), want: '' },
    { text: 'Größe 🙂', want: 'Größe 🙂' },
  ])('makes one short line', ({ text, want }) => {
    expect(excerpt(text)).toBe(want);
  });
});

describe('isErrorLike', () => {
  it.each([[new Error('a'), true] as const, [{ message: 'a' }, true] as const, [{ message: 1 }, false] as const])(
    'tells %s: %s',
    (value, want) => {
      expect(isErrorLike(value)).toBe(want);
    },
  );

  it.each([null, undefined, 'Error', 5])('tells %s from an error', (value) => {
    expect(isErrorLike(value)).toBe(false);
  });
});
