import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { toolVersion } from '../installation.js';
import type { Diagnostic } from './diagnostic.js';
import { colorsFor } from '../text/terminal.js';
import { formatDiagnostics } from './format.js';

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
const sentence = { text: 'No text is wrong.' };
const sentences = new Map([['some-rule', sentence.text]]);

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

  it('are shown up to 200', () => {
    const many = Array.from({ length: 202 }, () => ({ ...warning, text: '' }));
    const lines = formatDiagnostics(many, 'pretty', '/project').trimEnd().split('\n');
    expect(lines.filter((line) => line.includes('another-rule'))).toHaveLength(200);
    expect(lines.at(-1)).toBe('… and 2 more problems.');
    expect(JSON.parse(formatDiagnostics(many, 'json', '/project'))).toHaveLength(202);
  });

  it('have colours only where they are asked for', () => {
    const coloured = formatDiagnostics([diagnostic, warning], 'pretty', '/project', {
      terminal: { colors: colorsFor(true), columns: 80 },
    });
    expect(coloured).toContain('\u001b[31merror\u001b[39m: ');
    expect(coloured).toContain('\u001b[33mwarning\u001b[39m: ');
    expect(coloured).toContain('\u001b[2m(some-rule)\u001b[22m');
    expect(coloured).toContain('\u001b[31m^^^\u001b[39m');
    expect(coloured).toContain('\u001b[33m>\u001b[39m \u001b[2m3 |\u001b[22m three: 3');
    expect(stripVTControlCharacters(coloured)).toBe(formatDiagnostics([diagnostic, warning], 'pretty', '/project'));
    expect(formatDiagnostics([diagnostic, warning], 'pretty', '/project')).not.toContain('\u001b');
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
              version: toolVersion,
              rules: [
                { id: 'another-rule' },
                { id: 'some-rule', shortDescription: sentence, fullDescription: sentence, help: sentence },
              ],
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

  it('are SARIF in which no text stands for an argument or a link', () => {
    const hostile = { ...diagnostic, message: 'Not "{0}", [here](1) or [[x]](sarif:/runs/0).' };
    const log = JSON.parse(formatDiagnostics([hostile], 'sarif', '/project')) as {
      runs: { results: { message: { text: string } }[] }[];
    };
    expect(log.runs.flatMap(({ results }) => results.map(({ message }) => message.text))).toEqual([
      'Not "{{0}}", [here\\](1) or [[x]\\](sarif:/runs/0).',
    ]);
  });

  it.each([
    ['/project', 'file:///project/'],
    ['/', 'file:///'],
  ])('are valid where there are none, in %s', (folder, uri) => {
    const log = JSON.parse(formatDiagnostics([], 'sarif', folder)) as { runs: unknown[] };
    expect(log.runs).toEqual([expect.objectContaining({ originalUriBaseIds: { ROOT: { uri } }, results: [] })]);
  });
});
