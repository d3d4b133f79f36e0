import { describe, expect, it } from 'vitest';
import { InvalidArgumentError } from '../errors/index.js';
import { pathSegment } from './url.js';

describe('pathSegment', () => {
  it.each([
    { value: '42', want: '42' },
    { value: 'a/b', want: 'a%2Fb' },
    { value: '../admin', want: '..%2Fadmin' },
    { value: '..%2fadmin', want: '..%252fadmin' },
    { value: '%2e%2e', want: '%252e%252e' },
    { value: '...', want: '...' },
    { value: 'a?b#c', want: 'a%3Fb%23c' },
    { value: 'a;b=c', want: 'a%3Bb%3Dc' },
    { value: 'a\\b', want: 'a%5Cb' },
    { value: 'a\r\nHost: b', want: 'a%0D%0AHost%3A%20b' },
    { value: '\u0000', want: '%00' },
    { value: ' ', want: '%20' },
    { value: '\t..', want: '%09..' },
    { value: 'größe🙂', want: 'gr%C3%B6%C3%9Fe%F0%9F%99%82' },
  ])('encodes $value', ({ value, want }) => {
    expect(pathSegment(value, 'job id')).toBe(want);
    expect(new URL(`http://a.test/api/jobs/${want}`).pathname).toBe(`/api/jobs/${want}`);
  });

  it.each<{ value: unknown; want: string }>([
    { value: '', want: 'The job id must be a string other than "", "." and "..", without lone surrogates, got "".' },
    { value: '.', want: 'The job id must be a string other than "", "." and "..", without lone surrogates, got ".".' },
    {
      value: '..',
      want: 'The job id must be a string other than "", "." and "..", without lone surrogates, got "..".',
    },
    { value: 42, want: 'The job id must be a string other than "", "." and "..", without lone surrogates, got 42.' },
    {
      value: null,
      want: 'The job id must be a string other than "", "." and "..", without lone surrogates, got null.',
    },
    {
      value: undefined,
      want: 'The job id must be a string other than "", "." and "..", without lone surrogates, got undefined.',
    },
    {
      value: ['a'],
      want: 'The job id must be a string other than "", "." and "..", without lone surrogates, got object.',
    },
    {
      value: 'a\ud800',
      want: 'The job id must be a string other than "", "." and "..", without lone surrogates, got "a\ud800".',
    },
  ])('refuses $value', ({ value, want }) => {
    expect(() => pathSegment(value as string, 'job id')).toThrow(new InvalidArgumentError(want));
  });
});
