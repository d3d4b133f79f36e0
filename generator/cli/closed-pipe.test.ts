import { PassThrough } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { endWithReader } from './closed-pipe.js';

it('endWithReader ends the program where the reader has gone, and for no other error', () => {
  const end = vi.fn<() => void>();
  const stream = new PassThrough();
  endWithReader(stream, end);
  stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  expect(end).toHaveBeenCalledTimes(1);
  const other = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  expect(() => stream.emit('error', other)).toThrow(other);
  expect(end).toHaveBeenCalledTimes(1);
});
