import { describe, expect, it } from 'vitest';
import { versionBefore } from './last-release.js';

describe('versionBefore', () => {
  it.each([
    ['4.2.0', ['4.0.9', '4.1.0', '4.0.10'], '4.1.0'],
    ['4.0.25', ['4.2.0', '4.0.24', '4.0.9'], '4.0.24'],
    ['4.2.0', ['4.2.0', '4.2.0-beta.1'], '4.2.0-beta.1'],
    ['1.0.0', ['1.0.0', '2.0.0'], undefined],
    ['1.0.0', ['', 'nightly', '0.1'], undefined],
    ['1.0.0', [], undefined],
  ])('of %s among %j is %s', (version, others, want) => {
    expect(versionBefore(version, others)).toBe(want);
  });
});
