import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error.js';
import { checkTag } from './release.js';

describe('checkTag', () => {
  it.each([undefined, 'v1.2.3'])('admits %s for version 1.2.3', (tag) => {
    expect(() => checkTag(tag, '1.2.3')).not.toThrow();
  });

  it.each(['1.2.3', 'v1.2.4', 'v1.2.3-beta', ''])('refuses %j for version 1.2.3', (tag) => {
    expect(() => checkTag(tag, '1.2.3')).toThrow(UsageError);
  });
});
