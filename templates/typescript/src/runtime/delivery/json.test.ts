import { describe, expect, it } from 'vitest';
import { isObject, parseJson } from './json.js';

describe('parseJson', () => {
  it.each([
    { text: '{"a":1}', want: { a: 1 } },
    { text: 'null', want: null },
    { text: ' 5 ', want: 5 },
    { text: '', want: '' },
    { text: '<html>', want: '<html>' },
    { text: '{"a":', want: '{"a":' },
  ])('reads $text', ({ text, want }) => {
    expect(parseJson(text)).toEqual(want);
  });
});

describe('isObject', () => {
  it.each([{}, { a: 1 }, Object.create(null) as object])('accepts %j', (value) => expect(isObject(value)).toBe(true));
  it.each([null, [], 'a', 5, undefined])('refuses %j', (value) => expect(isObject(value)).toBe(false));
});
