import { afterEach, expect, it, vi } from 'vitest';
import { UsageError } from '../usage-error.js';
import { currentFolder } from './current-folder.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const fail = (code: string): void => {
  vi.spyOn(process, 'cwd').mockImplementation(() => {
    throw Object.assign(new Error(code), { code, syscall: 'uv_cwd' });
  });
};

it('currentFolder is where the user is', () => {
  vi.spyOn(process, 'cwd').mockReturnValue('/somewhere');
  expect(currentFolder()).toBe('/somewhere');
});

it('currentFolder says that the folder is gone', () => {
  fail('ENOENT');
  expect(currentFolder).toThrow(new UsageError('The current folder is gone: change to one that exists.'));
});

it('currentFolder passes on what else the system refuses', () => {
  fail('EACCES');
  expect(currentFolder).toThrow('EACCES');
  expect(currentFolder).not.toThrow(UsageError);
});
