import { describe, expect, it } from 'vitest';
import { colorsFor } from '../text/terminal.js';
import { codeFrame } from './code-frame.js';

interface Case {
  readonly what: string;
  readonly text: string;
  /** Line and column, from 1. */
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
  /** Columns of the terminal. Default: 40. */
  readonly columns?: number;
  readonly want: readonly string[];
}

const frame = ({ text, start, end, columns = 40 }: Case): string[] =>
  codeFrame(
    { severity: 'error', start: { line: start[0], column: start[1] }, end: { line: end[0], column: end[1] } },
    text.split(/\r\n|\n|\r/),
    columns,
    colorsFor(false),
  ).split('\n');

const family = '👨\u200d👩\u200d👧';

describe('A code frame', () => {
  it.each<Case>([
    { what: 'of one line', text: 'a: 1', start: [1, 4], end: [1, 5], want: ['> 1 | a: 1', '    |    ^'] },
    {
      what: 'of several lines marks the first',
      text: 'a:\n  b\nc\n',
      start: [1, 1],
      end: [3, 2],
      want: ['> 1 | a:', '    | ^^', '  2 |   b'],
    },
    {
      what: 'at the end of a line',
      text: 'a\nb',
      start: [1, 2],
      end: [1, 2],
      want: ['> 1 | a', '    |  ^', '  2 | b'],
    },
    {
      what: 'pads line numbers',
      text: `${'\n'.repeat(8)}a\nb`,
      start: [10, 1],
      end: [10, 2],
      want: ['   9 | a', '> 10 | b', '     | ^'],
    },
    {
      what: 'below tabs',
      text: '\t{\t"a": 1 }',
      start: [1, 4],
      end: [1, 7],
      want: ['> 1 |  { "a": 1 }', '    |    ^^^'],
    },
    {
      what: 'below wide characters',
      text: 'a: 漢字 "é😀"',
      start: [1, 8],
      end: [1, 12],
      want: ['> 1 | a: 漢字 "é😀"', '    |          ^^^^'],
    },
    {
      what: 'behind joined emoji, a flag and a combining mark',
      text: `${family} 🇩🇪 e\u0301 ❤\ufe0f x`,
      start: [1, 21],
      end: [1, 22],
      want: [`> 1 | ${family} 🇩🇪 e\u0301 ❤\ufe0f x`, '    |            ^'],
    },
    {
      what: 'shows what is invisible',
      text: 'a\u202eb\u0007c\u200dd',
      start: [1, 6],
      end: [1, 8],
      want: ['> 1 | a\ufffdb␇c\ufffdd', '    |      ^^'],
    },
    {
      what: 'shows joiners where they are part of the spelling, and counts no column for them',
      text: 'می\u200cخواهم: می\u200c',
      start: [1, 10],
      end: [1, 13],
      want: ['> 1 | می\u200cخواهم: می\ufffd', '    |         ^^^'],
    },
  ])('$what', (each) => expect(frame(each)).toEqual(each.want));
});

describe('A code frame of a line that is too long', () => {
  const long = `${'x'.repeat(400)}: 1`;

  it.each<Case>([
    {
      what: 'is cut before the place, near its end',
      text: long,
      start: [1, 402],
      end: [1, 403],
      want: [`> 1 | …${'x'.repeat(30)}: 1`, `    | ${' '.repeat(32)}^`],
    },
    {
      what: 'is cut behind the place, near its start',
      text: long,
      start: [1, 1],
      end: [1, 3],
      want: [`> 1 | ${'x'.repeat(33)}…`, '    | ^^'],
    },
    {
      what: 'is cut on both sides in the middle',
      text: long,
      start: [1, 200],
      end: [1, 202],
      want: [`> 1 | …${'x'.repeat(32)}…`, `    | ${' '.repeat(9)}^^`],
    },
    {
      what: 'marks no more than is shown',
      text: long,
      start: [1, 1],
      end: [1, 401],
      want: [`> 1 | ${'x'.repeat(33)}…`, `    | ${'^'.repeat(33)}`],
    },
    {
      what: 'stays whole where it just fits',
      text: 'x'.repeat(34),
      start: [1, 34],
      end: [1, 35],
      want: [`> 1 | ${'x'.repeat(34)}`, `    | ${' '.repeat(33)}^`],
    },
    {
      what: 'has context lines that are cut too',
      text: `a\n${long}`,
      start: [1, 1],
      end: [1, 2],
      want: ['> 1 | a', '    | ^', `  2 | ${'x'.repeat(33)}…`],
    },
    {
      what: 'is cut by columns',
      text: `a: ${'漢'.repeat(60)}`,
      start: [1, 33],
      end: [1, 34],
      want: [`> 1 | …${'漢'.repeat(16)}…`, `    | ${' '.repeat(17)}^^`],
    },
    {
      what: 'shows what is cut in two as such',
      text: `${'😀'.repeat(60)}x${'😀'.repeat(60)}`,
      start: [1, 121],
      end: [1, 122],
      columns: 27,
      want: [`> 1 | …\ufffd${'😀'.repeat(2)}x${'😀'.repeat(6)}\ufffd…`, `    | ${' '.repeat(6)}^`],
    },
    {
      what: 'shows something on the narrowest terminal',
      text: long,
      start: [1, 402],
      end: [1, 403],
      columns: 1,
      want: [`> 1 | …${'x'.repeat(16)}: 1`, `    | ${' '.repeat(18)}^`],
    },
  ])('$what', (each) => expect(frame(each)).toEqual(each.want));
});
