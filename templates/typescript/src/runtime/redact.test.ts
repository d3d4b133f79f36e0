import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Redactor } from './redact.js';

const key = 'p"a/ss-w\\ord';
const redactor = new Redactor([key], ['token', 'credentials']);

describe('Redactor.text', () => {
  it.each([
    { given: `Bearer ${key}, twice ${key}`, want: 'Bearer [redacted], twice [redacted]' },
    { given: `truncated {"key":${JSON.stringify(key)}`, want: 'truncated {"key":"[redacted]"' },
    { given: `/login?key=${encodeURIComponent(JSON.stringify(key).slice(1, -1))}`, want: '/login?key=[redacted]' },
    { given: 'nothing', want: 'nothing' },
  ])('shows $given as $want', ({ given, want }) => {
    expect(redactor.text(given)).toBe(want);
  });

  it('replaces the longer of two secrets whole', () => {
    expect(new Redactor(['abc', 'abcdef'], []).text('abcdef abc')).toBe('[redacted] [redacted]');
    expect(new Redactor(['abcd1234', 'abcd1234-5678'], []).text('abcd1234-5678!')).toBe('[redacted]!');
  });

  const short = new Redactor(['api', 'p"a/b', 'ключ'], []);
  it.each([
    {
      given: 'api rapid api-key "api" (api) key=api.',
      want: '[redacted] rapid [redacted]-key "[redacted]" ([redacted]) key=[redacted].',
    },
    { given: 'at http://api.test/api/jobs?key=api, /api/jobs', want: 'at http://api.test/api/jobs?key=api, /api/jobs' },
    { given: '{"key":"p\\"a/b"}', want: '{"key":"[redacted]"}' },
    { given: 'ключ', want: '[redacted]' },
  ])('hides secrets below eight characters as whole words, and not in URLs: $given', ({ given, want }) => {
    expect(short.text(given)).toBe(want);
  });

  const long = new Redactor(['abc/d-efgh+ijk'], []);
  it.each([
    { given: 'no <b title="abc&#x2F;d-efgh&#43;ijk">key</b>', want: 'no <b title="[redacted]">key</b>' },
    { given: 'at http://a.test/?key=abc%2Fd-efgh%252Bijk', want: 'at http://a.test/?key=[redacted]' },
    { given: '{\\"key\\":\\"abc\\\\/d-efgh\\\\u002bijk\\"}', want: '{\\"key\\":\\"[redacted]"}' },
    { given: 'wrapped abc/d-\nefgh+ijk here', want: '[redacted]' },
    { given: 'domain\\abc/d-efgh+ijk', want: 'domain\\[redacted]' },
  ])('hides the word that spells a secret in another way, or else the text: $given', ({ given, want }) => {
    expect(long.text(given)).toBe(want);
  });

  it('takes as long for a text without end as it is long', () => {
    for (const part of ['\\', '%25', '&amp;', '&#0', ' ', 'a', '"', '\\u0026'])
      expect(long.text(part.repeat(1_000_000))).toHaveLength(part.length * 1_000_000);
  });
});

describe('Redactor.headers', () => {
  it.each([
    'authorization',
    'proxy-authorization',
    'cookie',
    'set-cookie',
    'x-api-key',
    'x-apikey',
    'x-auth-token',
    'x-amz-security-token',
    'cf-access-client-secret',
    'x-password',
  ])('hides %s', (name) => {
    expect(redactor.headers({ [name]: 'anything' })).toEqual({ [name]: '[redacted]' });
  });

  it('shows others without the key', () => {
    expect(
      redactor.headers({ accept: '*/*', traceparent: '00-1', 'www-authenticate': 'Bearer', 'x-echo': `a ${key}` }),
    ).toEqual({
      accept: '*/*',
      traceparent: '00-1',
      'www-authenticate': 'Bearer',
      'x-echo': 'a [redacted]',
    });
  });
});

describe('Redactor.value', () => {
  it.each([
    { given: null, want: null },
    { given: 5, want: 5 },
    { given: [key, { a: key }], want: ['[redacted]', { a: '[redacted]' }] },
    { given: { token: 'abc', other: 'abc' }, want: { token: '[redacted]', other: 'abc' } },
    { given: { token: null }, want: { token: null } },
    { given: { deep: [{ credentials: { user: 'u' } }] }, want: { deep: [{ credentials: '[redacted]' }] } },
    { given: { token: 0 }, want: { token: '[redacted]' } },
    { given: { [key]: 1 }, want: { '[redacted]': 1 } },
    { given: { token: 'abcdefgh', error: 'no abcdefgh' }, want: { token: '[redacted]', error: 'no [redacted]' } },
  ])('shows $given as $want', ({ given, want }) => {
    expect(redactor.value(given)).toEqual(want);
  });

  it('copies: the value itself stays as it is', () => {
    const given = { token: 'abc' };
    redactor.value(given);
    expect(given).toEqual({ token: 'abc' });
  });

  it('keeps a field of __proto__ a field', () => {
    const shown = redactor.value(JSON.parse('{"__proto__":{"token":"abc"}}'));
    expect(JSON.stringify(shown)).toBe('{"__proto__":{"token":"[redacted]"}}');
  });

  it.each(['[', '{"a":'])('ends in a value that is nested 50,000 times by %s', (opening) => {
    const depth = 50_000;
    const text = opening.repeat(depth) + '1' + (opening === '[' ? ']' : '}').repeat(depth);
    expect(JSON.stringify(redactor.value(JSON.parse(text)))).toContain('[nested too deeply]');
  });
});

describe('Redactor.forPayload', () => {
  const own = redactor.forPayload({ token: 'abcdefgh', list: [{ credentials: { user: 'jonathan', pin: '1234' } }] });

  it.each([
    { given: 'echo abcdefgh', want: 'echo [redacted]' },
    { given: 'user jonathan', want: 'user [redacted]' },
    { given: 'pin 1234', want: 'pin 1234' },
    { given: `key ${key}`, want: 'key [redacted]' },
  ])('shows $given as $want', ({ given, want }) => {
    expect(own.text(given)).toBe(want);
  });

  it('hides one line of several', () => {
    const pem = redactor.forPayload({ token: '-----BEGIN KEY-----\r\nabcd/efgh+ijkl==\nmnopqrstuv\n' });
    expect(pem.text('no abcd/efgh+ijkl==!')).toBe('no [redacted]!');
    expect(pem.text('no mnopqrstuv abc')).toBe('no [redacted] abc');
  });

  it('hides credentials in header fields, but not the words around them', () => {
    const headers = { authorization: 'Bearer abc-123', 'x-api-key': 'k1-k2-k3', cookie: 'session=abcdef-ghi; lang=en' };
    const withHeaders = redactor.forPayload(undefined, { ...headers, accept: 'application/json' });
    expect(withHeaders.text('Bearer abc-123, session=abcdef-ghi and k1-k2-k3 as application/json, en')).toBe(
      'Bearer [redacted], session=[redacted] and [redacted] as application/json, en',
    );
  });

  it('hides every text where there are too many secrets to look for', () => {
    const many = redactor.forPayload({ token: Array.from({ length: 10_001 }, (_, index) => `secret-${index}`) });
    expect(many.text('plain')).toBe('[redacted]');
    expect(many.error(new Error('plain'))).toMatchObject({ message: '[redacted]' });
    expect(many.forPayload({ a: 'b' }).text('plain')).toBe('[redacted]');
  });

  it('hides every text of a value where a few secrets are to be looked for in too many texts', () => {
    const texts = (count: number): string[] => Array.from({ length: count }, (_, index) => `text ${index}`);
    const token = Array.from({ length: 500 }, (_, index) => `secret-${index}`);
    const shown = (list: readonly string[]): unknown => redactor.forPayload({ token }).value({ list: [...list, 7] });
    expect(shown(texts(10))).toEqual({ list: [...texts(10), 7] });
    expect(shown(texts(50_000))).toEqual({ '[redacted]': [...texts(50_000).map(() => '[redacted]'), 7] });
    expect(redactor.value({ list: texts(50_000) })).toEqual({ list: texts(50_000) });
  });

  it('is the redactor itself where the payload holds nothing secret', () => {
    expect(redactor.forPayload({ a: 'abcdefgh' })).toBe(redactor);
    expect(redactor.forPayload(undefined)).toBe(redactor);
  });
});

describe('Redactor.error', () => {
  const withProperty = (value: unknown): Error => Object.assign(new Error('failed'), { detail: value });
  const circular = (): Error => {
    const error = new Error(`with ${key}`);
    return Object.assign(error, { cause: error });
  };
  /** As a request of later Node versions: no own property leads to what it shows. */
  class PrivateRequest {
    readonly #headers = new Map([['authorization', key]]);
    get headers(): Map<string, string> {
      return this.#headers;
    }
    [inspect.custom](): unknown {
      return this.#headers;
    }
  }
  class PrivateHeaders extends Map<string, string> {}

  it.each<{ name: string; error: unknown }>([
    { name: 'its message', error: new Error(`with ${key}`) },
    { name: 'its cause', error: new Error('failed', { cause: new Error(key) }) },
    { name: 'a cause of its cause', error: new Error('a', { cause: new Error('b', { cause: { key } }) }) },
    { name: 'one of several errors', error: new AggregateError([new Error('a'), new Error(key)], 'all failed') },
    { name: 'a property', error: withProperty({ config: { headers: { Authorization: `Bearer ${key}` } } }) },
    {
      name: 'a property that is not enumerable',
      error: Object.defineProperty(new Error('a'), 'hidden', { value: key }),
    },
    { name: 'a symbol', error: Object.assign(new Error('a'), { [Symbol('headers')]: [key] }) },
    { name: 'a map', error: withProperty(new Map([['authorization', key]])) },
    { name: 'a class of header fields', error: withProperty(new PrivateHeaders([['authorization', key]])) },
    { name: 'a Headers', error: withProperty(new Headers({ authorization: key })) },
    { name: 'a Request', error: withProperty(new Request('http://a.test', { headers: { authorization: key } })) },
    { name: 'a request without properties', error: withProperty(new PrivateRequest()) },
    { name: 'a name of a property', error: withProperty({ [key]: 1 }) },
    { name: 'a circle', error: circular() },
    { name: 'a text', error: `Bearer ${key}` },
    { name: 'an object that is no error', error: { request: { key } } },
    { name: 'an error of a foreign kind', error: { message: `with ${key}`, name: 'Foreign' } },
    { name: 'a stack', error: Object.assign(new Error('a'), { stack: `Error: ${key}` }) },
  ])('hides the key in $name', ({ error }) => {
    const shown = redactor.error(error);
    // A part of the key that every spelling leaves as it is.
    expect(inspect(shown, { depth: 20, showHidden: true })).not.toContain('ss-w');
    expect(JSON.stringify(shown)).not.toContain('ss-w');
  });

  it('keeps name, code and the rest of the message', () => {
    const error = Object.assign(new TypeError(`with ${key}`), { code: 'ECODE' });
    const shown = redactor.error(error);
    expect(shown).toMatchObject({ name: 'TypeError', message: 'with [redacted]', code: 'ECODE' });
    expect(shown).toBeInstanceOf(Error);
  });

  it.each([new Error('plain'), 'text', 5, null, undefined, { a: 1 }, withProperty(new Map([['a', new Date(0)]]))])(
    'gives %s back itself',
    (error) => {
      expect(redactor.error(error)).toBe(error);
    },
  );

  it('gives back itself what holds a circle and no secret', () => {
    const error = new Error('plain');
    error.cause = error;
    expect(redactor.error(error)).toBe(error);
  });

  it('runs no accessor, and does not search a huge object to its end', () => {
    const error = withProperty(Array.from({ length: 100_000 }, (_, index) => `item ${index}`));
    Object.defineProperty(error, 'explosive', {
      get: () => {
        throw new Error('run');
      },
    });
    const shown = redactor.error(error);
    expect(shown).toMatchObject({ message: 'failed' });
    expect(shown).not.toHaveProperty('detail');
  });
});
