import { describe, expect, it } from 'vitest';
import { warnOfRemovals } from './removal-warnings.js';

describe('Warnings of removals', () => {
  it('are given once for each message that is going to be removed', () => {
    const warnings: string[] = [];
    const removals = { 'old-request': 'Send new-request instead.', 'older-request': 'Gone soon.' };
    const warnOf = warnOfRemovals(removals, { warn: (text) => warnings.push(text) });
    for (const type of ['old-request', 'old-request', 'new-request', 'toString', 'older-request']) warnOf(type);
    expect(warnings).toEqual([
      'old-request is deprecated. Send new-request instead.',
      'older-request is deprecated. Gone soon.',
    ]);
  });
});
