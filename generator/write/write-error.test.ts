import { expect, it } from 'vitest';
import { asWriteError, WriteError } from './write-error.js';

const refusal = (code: string, syscall = 'open', path = '/out/file'): Error =>
  Object.assign(new Error(`${code}: no`), { code, syscall, path });
const attempt = { where: '/out', instead: 'choose another folder' };

it.each([
  ['ENOSPC', 'There is no space left on the disk of /out: make room, then run again. Nothing was changed.'],
  [
    'EACCES',
    '/out/file may not be written: change its permissions or those of its folder, or choose another folder. Nothing was changed.',
  ],
  [
    'EPERM',
    '/out/file may not be written: change its permissions or those of its folder, or choose another folder. Nothing was changed.',
  ],
  ['ENOENT', 'Another program has changed /out meanwhile: run again. Nothing was changed.'],
  ['ENOTDIR', 'Another program has changed /out meanwhile: run again. Nothing was changed.'],
  ['EISDIR', 'Another program has changed /out meanwhile: run again. Nothing was changed.'],
  ['ENOTEMPTY', 'Another program has changed /out meanwhile: run again. Nothing was changed.'],
  ['EIO', '/out cannot be written (EIO): choose another folder. Nothing was changed.'],
])('%s in words', (code, want) => {
  const error = asWriteError(refusal(code), attempt);
  expect(error).toBeInstanceOf(WriteError);
  expect(error).toMatchObject({ message: want });
});

it.each([
  ['ENOTDIR', '/above cannot be made, as a file is in its way: choose another folder. Nothing was changed.'],
  ['EEXIST', '/above cannot be made, as a file is in its way: choose another folder. Nothing was changed.'],
  ['ENOENT', '/out cannot be written (ENOENT): choose another folder. Nothing was changed.'],
])('%s of a folder above that cannot be made, in words', (code, want) => {
  expect(asWriteError(refusal(code, 'mkdir', '/above'), attempt)).toMatchObject({ message: want });
});

it('says what was changed, where something was', () => {
  expect(asWriteError(refusal('EIO'), { ...attempt, state: 'One file is new.' })).toMatchObject({
    message: '/out cannot be written (EIO): choose another folder. One file is new.',
  });
});

it('leaves other errors as they are', () => {
  const error = new TypeError('A defect.');
  expect(asWriteError(error, attempt)).toBe(error);
});
