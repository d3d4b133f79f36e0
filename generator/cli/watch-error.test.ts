import { expect, it } from 'vitest';
import { UsageError } from '../usage-error.js';
import { asWatchError } from './watch.js';

const refusal = (code: string, syscall: string): Error => Object.assign(new Error(code), { code, syscall });

it.each([
  ['ENOSPC', 'fs.inotify.max_user_watches'],
  ['EMFILE', 'fs.inotify.max_user_instances'],
])('asWatchError says which limit %s is about', (code, want) => {
  const error = asWatchError(refusal(code, 'watch'));
  expect(error).toBeInstanceOf(UsageError);
  expect(String(error)).toContain(`raise ${want}`);
});

it.each([
  ['a full disk', refusal('ENOSPC', 'write')],
  ['another refusal to watch', refusal('EACCES', 'watch')],
  ['a defect', new TypeError('No.')],
])('asWatchError leaves %s as it is', (_, error) => {
  expect(asWatchError(error)).toBe(error);
});
