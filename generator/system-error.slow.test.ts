import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemErrorCode, systemErrorPath, systemErrorReason, systemErrorRemedy } from './system-error.js';

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

it('An error of the operating system tells its code, its path, and why in words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'system-error-'));
  try {
    const path = join(folder, 'none');
    const error = thrownBy(() => readFileSync(path));
    expect([systemErrorCode(error), systemErrorPath(error), systemErrorReason(error)]).toEqual([
      'ENOENT',
      path,
      'no such file or directory, ENOENT',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each([
  ['an error of another kind', new Error('No.')],
  ['what is no error', 'No.'],
])('%s tells none', (_, error) => {
  expect([systemErrorCode(error), systemErrorPath(error), systemErrorReason(error)]).toEqual([
    undefined,
    undefined,
    'unknown reason',
  ]);
});

it('An operation with two paths is about changing the second', () => {
  const error = thrownBy(() => renameSync('/nowhere/from', '/nowhere/to'));
  expect(systemErrorPath(error)).toBe('/nowhere/to');
  expect(systemErrorPath(thrownBy(() => readFileSync('/nowhere/file')))).toBe('/nowhere/file');
});

it('A number that the system does not know leaves the code', () => {
  const error = Object.assign(new Error('No.'), { code: 'EODD', syscall: 'open', errno: -123456 });
  expect(systemErrorReason(error)).toBe('EODD');
});

it.each([
  ['EACCES', 'check its permissions'],
  ['EPERM', 'check its permissions'],
  ['EMFILE', 'raise the limit of open files (ulimit -n)'],
  ['ENFILE', 'raise the limit of open files (ulimit -n)'],
  ['EIO', 'see to it that it can be read'],
])('What to do about %s', (code, want) => {
  expect(systemErrorRemedy(Object.assign(new Error(code), { code, syscall: 'open' }))).toBe(want);
});
