import { PassThrough } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { endWithReader } from './closed-pipe.js';

it.each([
  { what: 'quietly where the reader has gone', code: 'EPIPE', want: [] },
  {
    what: 'with the reason where the disk is full',
    code: 'ENOSPC',
    want: ['What the command tells cannot be written: ENOSPC.'],
  },
])('endWithReader ends the program $what', ({ code, want }) => {
  const end = vi.fn<(reason?: string) => void>();
  const stream = new PassThrough();
  endWithReader(stream, end);
  stream.emit('error', Object.assign(new Error('write'), { code, syscall: 'write' }));
  expect(end.mock.calls).toEqual([want]);
});
