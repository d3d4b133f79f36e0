import { describe, expect, it } from 'vitest';
import type { Diagnostic } from './diagnostic.js';
import { formatDiagnostics, hasColours } from './format.js';

const diagnostic: Diagnostic = {
  file: '/project/catalog/messages/a b.yaml',
  start: { line: 2, column: 5 },
  end: { line: 2, column: 8 },
  severity: 'error',
  message: 'Not "x", 100% not:\u001b[31m\nreally\u202e.',
  rule: 'some-rule',
  text: 'one: 1\nto:\tabc # \u001b[31m\nthree: 3\nfour: 4\n',
};
const warning: Diagnostic = {
  ...diagnostic,
  severity: 'warning',
  rule: 'another-rule',
  message: 'Hm.',
  start: { line: 3, column: 1 },
  end: { line: 4, column: 2 },
};
const sentences = new Map([['some-rule', 'No text is wrong.']]);

describe('Diagnostics for people', () => {
  it('are one line each and a code frame, in which nothing of the catalog acts on the terminal', () => {
    expect(formatDiagnostics([diagnostic], 'pretty', '/project')).toBe(
      [
        'catalog/messages/a b.yaml:2:5: error: Not "x", 100% not:\\u001b[31m really\\u202e. (some-rule)',
        '  1 | one: 1',
        '> 2 | to: abc # ␛[31m',
        '    |     ^^^',
        '  3 | three: 3',
        '',
      ].join('\n'),
    );
  });

  it('have no frame where there is no text', () => {
    expect(formatDiagnostics([{ ...warning, text: '' }], 'pretty', '/project/catalog')).toBe(
      'messages/a b.yaml:3:1: warning: Hm. (another-rule)\n',
    );
  });

  it('have colours only where they are asked for', () => {
    const coloured = formatDiagnostics([diagnostic, warning], 'pretty', '/project', { isColoured: true });
    expect(coloured).toContain('\u001b[31merror\u001b[39m: ');
    expect(coloured).toContain('\u001b[33mwarning\u001b[39m: ');
    expect(coloured).toContain('\u001b[2m(some-rule)\u001b[22m');
    expect(formatDiagnostics([diagnostic, warning], 'pretty', '/project')).not.toContain('\u001b');
  });

  it.each([
    ['a terminal', { isTTY: true, hasColors: () => true }, '', true],
    ['a terminal that has none', { isTTY: true, hasColors: () => false }, '', false],
    ['a file', { isTTY: false }, '', false],
    ['a terminal, with NO_COLOR', { isTTY: true, hasColors: () => true }, '1', false],
  ])('%s', (_, stream, noColor, want) => {
    const before = process.env['NO_COLOR'];
    process.env['NO_COLOR'] = noColor;
    try {
      expect(hasColours(stream)).toBe(want);
    } finally {
      if (before === undefined) delete process.env['NO_COLOR'];
      else process.env['NO_COLOR'] = before;
    }
  });
});

describe('Diagnostics for programs', () => {
  it('are JSON', () => {
    expect(JSON.parse(formatDiagnostics([diagnostic], 'json', '/project'))).toEqual([
      {
        file: 'catalog/messages/a b.yaml',
        line: 2,
        column: 5,
        endLine: 2,
        endColumn: 8,
        severity: 'error',
        rule: 'some-rule',
        message: diagnostic.message,
      },
    ]);
    expect(formatDiagnostics([], 'json', '/project')).toBe('[]\n');
  });

  it('are annotations of GitHub Actions, of which no text starts another', () => {
    const hostile = { ...diagnostic, file: '/project/a,b:c.yaml', message: '50%\r\n::error::gotcha \u202e\u001b[31m' };
    expect(formatDiagnostics([hostile, warning], 'github', '/project')).toBe(
      '::error file=a%2Cb%3Ac.yaml,line=2,col=5,endColumn=8,title=some-rule::50%25%0D%0A::error::gotcha \\u202e\\u001b[31m\n' +
        '::warning file=catalog/messages/a b.yaml,line=3,col=1,title=another-rule::Hm.\n',
    );
  });

  it('are SARIF 2.1.0, with all that code scanning asks for', () => {
    expect(JSON.parse(formatDiagnostics([diagnostic, warning], 'sarif', '/project', { sentences }))).toEqual({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'worker-codegen',
              rules: [{ id: 'another-rule' }, { id: 'some-rule', shortDescription: { text: 'No text is wrong.' } }],
            },
          },
          columnKind: 'utf16CodeUnits',
          originalUriBaseIds: { ROOT: { uri: 'file:///project/' } },
          results: [
            {
              ruleId: 'some-rule',
              ruleIndex: 1,
              level: 'error',
              message: { text: diagnostic.message },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'catalog/messages/a%20b.yaml', uriBaseId: 'ROOT' },
                    region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 8 },
                  },
                },
              ],
            },
            {
              ruleId: 'another-rule',
              ruleIndex: 0,
              level: 'warning',
              message: { text: 'Hm.' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'catalog/messages/a%20b.yaml', uriBaseId: 'ROOT' },
                    region: { startLine: 3, startColumn: 1, endLine: 4, endColumn: 2 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('are valid where there are none', () => {
    const log = JSON.parse(formatDiagnostics([], 'sarif', '/project')) as { runs: { results: unknown[] }[] };
    expect(log.runs.map(({ results }) => results)).toEqual([[]]);
  });
});

describe('A code frame', () => {
  const frame = (text: string, start: [number, number], end: [number, number]): string[] =>
    formatDiagnostics(
      [
        {
          ...diagnostic,
          text,
          start: { line: start[0], column: start[1] },
          end: { line: end[0], column: end[1] },
        },
      ],
      'pretty',
      '/project',
    )
      .split('\n')
      .slice(1, -1);

  const long = `${'x'.repeat(400)}: 1`;
  it.each<[title: string, text: string, start: [number, number], end: [number, number], want: string[]]>([
    ['of one line', 'a: 1', [1, 4], [1, 5], ['> 1 | a: 1', '    |    ^']],
    ['of several lines marks the first', 'a:\n  b\nc\n', [1, 1], [3, 2], ['> 1 | a:', '    | ^^', '  2 |   b']],
    ['at the end of a line', 'a\nb', [1, 2], [1, 2], ['> 1 | a', '    |  ^', '  2 | b']],
    ['pads line numbers', `${'\n'.repeat(8)}a\nb`, [10, 1], [10, 2], ['   9 | a', '> 10 | b', '     | ^']],
    [
      'cuts around the place in a long line',
      long,
      [1, 402],
      [1, 403],
      [`> 1 | …${'x'.repeat(156)}: 1`, `    | ${' '.repeat(158)}^`],
    ],
    ['cuts behind the place in a long line', long, [1, 1], [1, 3], [`> 1 | ${'x'.repeat(159)}…`, '    | ^^']],
    ['below wide characters', 'a: 漢字 "é😀"', [1, 8], [1, 12], ['> 1 | a: 漢字 "é😀"', '    |          ^^^^']],
  ])('%s', (_, text, start, end, want) => expect(frame(text, start, end)).toEqual(want));
});
