import { describe, expect, it } from 'vitest';
import { distributionTag, tokenLine } from './publish.js';

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
  ])('of %s is %s', (given, want) => {
    expect(distributionTag(given)).toBe(want);
  });
});

describe('tokenLine', () => {
  it.each([
    ['https://npm.pkg.github.com', '//npm.pkg.github.com/:_authToken=${NODE_AUTH_TOKEN}\n'],
    ['https://npm.example.com/team//', '//npm.example.com/team/:_authToken=${NODE_AUTH_TOKEN}\n'],
    ['http://localhost:4873/', '//localhost:4873/:_authToken=${NODE_AUTH_TOKEN}\n'],
  ])('for %s holds no token, but where it comes from', (given, want) => {
    expect(tokenLine(given)).toBe(want);
  });
});
