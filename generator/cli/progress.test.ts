import { describe, expect, it } from 'vitest';
import { createProgress } from './progress.js';

describe('Progress', () => {
  it.each([
    ['a terminal, in one line', { isTTY: true }, false, '\r\u001b[KReading…\r\u001b[KWriting…\r\u001b[K'],
    ['CI, in a line each', {}, true, 'Reading…\nWriting…\n'],
    ['CI that has a terminal, in a line each', { isTTY: true }, true, 'Reading…\nWriting…\n'],
    ['a pipe, not at all', {}, false, ''],
  ])('is reported to %s', (_, target, isCi, want) => {
    let reported = '';
    const progress = createProgress({ ...target, write: (text) => (reported += text) }, isCi);
    progress.report('Reading');
    progress.report('Writing');
    progress.end();
    expect(reported).toBe(want);
  });
});
