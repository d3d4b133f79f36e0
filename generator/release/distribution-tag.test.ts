import { describe, expect, it } from 'vitest';
import { distributionTag } from './distribution-tag.js';

describe('distributionTag', () => {
  it.each([
    ['1.2.3', 'latest'],
    ['1.2.3+build.5', 'latest'],
    ['2.0.0-beta.1', 'beta'],
    ['2.0.0-rc1', 'rc'],
    ['2.0.0-alpha-2', 'alpha'],
    ['2.0.0-1', 'next'],
    ['2.0.0-beta+build-7', 'beta'],
    ['2.0.0+build-7', 'latest'],
  ])('of %s, the first version there, is %s', (given, want) => {
    expect(distributionTag(given, [])).toBe(want);
  });

  it.each([
    ['4.2.1', ['4.2.0', '4.1.9'], 'latest'],
    ['5.0.0', ['4.2.0', '5.1.0-beta.1'], 'latest'],
    ['4.0.25', ['4.0.24', '4.2.0'], 'latest-4.0'],
    ['4.2.1', ['4.2.0', '5.0.0'], 'latest-4'],
    ['4.0.23', ['4.0.24', '4.2.0', '5.0.0'], 'latest-4.0.23'],
    ['2.0.0-beta.3', ['2.0.0-beta.2', '2.0.0', '1.0.0'], 'beta'],
    ['2.0.0-beta.1', ['3.0.0-beta.2'], 'beta-2'],
  ])('of %s beside %j is %s', (version, published, want) => {
    expect(distributionTag(version, published)).toBe(want);
  });
});
