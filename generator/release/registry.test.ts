import { describe, expect, it } from 'vitest';
import { registriesOf } from './registry.js';

const own = 'https://npm.pkg.github.com/';

describe('registriesOf', () => {
  it.each([
    ['the one that the package names', own, {}, ['https://npm.pkg.github.com GITHUB_TOKEN none']],
    ['an empty token is none', own, { GITHUB_TOKEN: '' }, ['https://npm.pkg.github.com GITHUB_TOKEN none']],
    [
      'npm too, where there is a token for it',
      own,
      { GITHUB_TOKEN: 'g', NPM_TOKEN: 'n' },
      ['https://npm.pkg.github.com GITHUB_TOKEN g', 'http://localhost:1 NPM_TOKEN n'],
    ],
    [
      'npm too, where another job holds the token',
      own,
      { PUBLISH_TO_NPM: 'true' },
      ['https://npm.pkg.github.com GITHUB_TOKEN none', 'http://localhost:1 NPM_TOKEN none'],
    ],
    [
      'npm once, where the package names it',
      'http://localhost:1',
      { GITHUB_TOKEN: 'g', NPM_TOKEN: 'n' },
      ['http://localhost:1 NPM_TOKEN n'],
    ],
  ])('gives %s', (_, named, environment, want) => {
    const found = registriesOf(named, 'http://localhost:1/', environment);
    expect(found.map(({ url, tokenName, token = 'none' }) => `${url} ${tokenName} ${token}`)).toEqual(want);
  });
});
