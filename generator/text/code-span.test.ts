import { describe, expect, it } from 'vitest';
import { codeSpan, outsideCodeSpans } from './code-span.js';

describe('codeSpan', () => {
  it.each([
    ['plain', '`plain`'],
    ['', '`  `'],
    ['a`b', '`` a`b ``'],
    ['``', '``` `` ```'],
    [' a', '`  a `'],
    ['a\nb\tc', '`a b c`'],
  ])('%j is %j', (given, want) => {
    expect(codeSpan(given)).toBe(want);
  });
});

describe('outsideCodeSpans', () => {
  it.each([
    ['no code', 'all text', 'ALL TEXT'],
    ['a span', 'a `b` c', 'A `b` C'],
    ['a span with backticks in it', 'a `` b`c `` d', 'A `` b`c `` D'],
    ['a backtick alone', 'a ` b', 'A ` B'],
    ['runs that do not match', 'a ` b `` c', 'A ` B `` C'],
    ['an escaped backtick', 'a \\`b` c', 'A \\`B` C'],
    ['an escaped backslash before a span', 'a \\\\`b` c', 'A \\\\`b` C'],
    ['an escaped backtick before a span', 'a \\``b` c', 'A \\``b` C'],
    ['two spans', '`a` b `c`', '`a` B `c`'],
    ['nothing', '', ''],
  ])('leaves code alone: %s', (_, given, want) => {
    expect(outsideCodeSpans(given, (text) => text.toUpperCase())).toBe(want);
  });
});
