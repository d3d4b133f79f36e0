import { describe, expect, it } from 'vitest';
import { CatalogError, sortDiagnostics, type Diagnostic } from './diagnostic.js';
import { LineIndex } from './line-index.js';
import { Reporter } from './reporter.js';
import { locatorOf } from '../load/locate.js';

const problem = (file: string, line: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  file,
  start: { line, column: 1 },
  end: { line, column: 2 },
  severity: 'error',
  message: 'Wrong.',
  rule: 'some-rule',
  text: '',
  ...more,
});

const reported = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ file, start, rule, message }) => `${file}:${start.line}:${start.column} ${rule} ${message}`);

describe('Diagnostics', () => {
  it('are sorted by file, line, column, rule and message, by code unit', () => {
    const given = [
      problem('b', 1),
      problem('a', 10),
      problem('a', 9),
      problem('a', 9, { start: { line: 9, column: 0 } }),
      problem('a', 9, { rule: 'another-rule' }),
      problem('a', 9, { message: 'Also wrong.' }),
      problem('B', 1),
    ];
    expect(reported(sortDiagnostics(given))).toEqual([
      'B:1:1 some-rule Wrong.',
      'a:9:0 some-rule Wrong.',
      'a:9:1 another-rule Wrong.',
      'a:9:1 some-rule Also wrong.',
      'a:9:1 some-rule Wrong.',
      'a:10:1 some-rule Wrong.',
      'b:1:1 some-rule Wrong.',
    ]);
  });

  it('are reported once', () => expect(sortDiagnostics([problem('a', 1), problem('a', 1)])).toHaveLength(1));
});

describe('A line index', () => {
  const index = new LineIndex('ab\ncd\r\ne\rf\n');
  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [6, 2, 4],
    [7, 3, 1],
    [9, 4, 1],
    [11, 5, 1],
    [99, 5, 1],
    [-1, 1, 1],
  ])('puts offset %i at %i:%i', (offset, line, column) => expect(index.position(offset)).toEqual({ line, column }));
});

describe('A reporter', () => {
  const file = { path: 'a.yaml', absolutePath: '/a.yaml', text: 'a: 1\nb: {c: 2}\n', value: { a: 1, b: { c: 2 } } };

  it('locates values and keys', () => {
    const reporter = new Reporter(locatorOf);
    reporter.error('one', { file, path: ['b', 'c'] }, 'Value.');
    reporter.warning('two', { file, path: ['b', 'c'], part: 'key' }, 'Key.');
    reporter.errorAt('three', file, [3, 4], 'Offset.');
    expect(reporter.diagnostics.map(({ severity, rule, start, end }) => [severity, rule, start, end])).toEqual([
      ['error', 'three', { line: 1, column: 4 }, { line: 1, column: 5 }],
      ['warning', 'two', { line: 2, column: 5 }, { line: 2, column: 6 }],
      ['error', 'one', { line: 2, column: 8 }, { line: 2, column: 9 }],
    ]);
  });

  it('knows whether a file has an error, and where', () => {
    const reporter = new Reporter(locatorOf);
    reporter.warning('one', { file, path: ['a'] }, 'Only a warning.');
    expect(reporter.has(file)).toBe(false);
    reporter.error('one', { file, path: ['b', 'c'] }, 'An error.');
    expect([reporter.has(file), reporter.errorPaths(file)]).toEqual([true, [['b', 'c']]]);
  });

  it('counts problems by rule, what is repeated once', () => {
    const reporter = new Reporter(locatorOf);
    for (const path of [['b', 'c'], ['a'], ['a']]) reporter.warning('two', { file, path }, 'A warning.');
    reporter.warning('one', { file, path: ['a'] }, 'Another.');
    expect(reporter.counts).toEqual({ one: 1, two: 2 });
  });

  it('throws for errors, not for warnings', () => {
    const reporter = new Reporter(locatorOf);
    reporter.warning('one', { file, path: ['a'] }, 'Only a warning.');
    expect(() => reporter.throwIfErrors()).not.toThrow();
    reporter.error('one', { file, path: ['a'] }, 'An error.');
    expect(() => reporter.throwIfErrors()).toThrow(CatalogError);
    expect(() => reporter.throwIfErrors()).toThrow('The catalog has 2 problems.');
  });
});
