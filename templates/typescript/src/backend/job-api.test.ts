import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalog, post, sender, type Sent } from './_wire.js';
import { createBackendOf, type CreateBackendOptions } from './create-backend.js';
import { MemoryStore } from './memory-store.js';

/** What is refused before the store is asked, and how. */
const refusals: readonly (readonly [what: string, path: string, sent: Sent, status: number, error: string])[] = [
  ['an unknown route', '/', {}, 404, 'There is no route /.'],
  ['a route below a job', '/api/jobs/1/logs', {}, 404, 'There is no route /api/jobs/1/logs.'],
  ['no message type', '/api/jobs/', post({}), 404, 'There is no route /api/jobs/.'],
  ['a malformed path', '/api/jobs/%E0%A4', {}, 400, 'The path holds a malformed percent encoding.'],
  ['no JSON', '/api/jobs/demo-request', post('{"a":'), 400, 'The body is no JSON.'],
  ['no UTF-8', '/api/jobs/demo-request', post(Uint8Array.of(0x22, 0xff, 0x22)), 400, 'The body is no UTF-8.'],
  ['no body', '/api/jobs/demo-request', post(''), 400, 'The body is empty: it must be the payload, as JSON.'],
  [
    'a body that is nested too deeply',
    '/api/jobs/demo-request',
    post('['.repeat(4e5) + ']'.repeat(4e5)),
    400,
    'The body is nested too deeply.',
  ],
  [
    'too large a body',
    '/api/jobs/demo-request',
    post('x'.repeat(1e6)),
    413,
    'The body is too large: it may have 999999 bytes.',
  ],
  [
    'another content type',
    '/api/jobs/demo-request',
    post({}, { 'content-type': 'text/plain' }),
    415,
    'The content type must be application/json.',
  ],
  [
    'an empty idempotency key',
    '/api/jobs/demo-request',
    post({}, { 'idempotency-key': ' ' }),
    400,
    'The header Idempotency-Key is empty.',
  ],
  ['an unknown message type', '/api/jobs/demo', post({}), 404, 'There is no message type "demo".'],
  [
    'a payload that does not fit',
    '/api/jobs/strict-request',
    post({ a: 'secret' }),
    400,
    'The payload does not fit strict-request.',
  ],
  ['another method on jobs', '/api/jobs/9', { method: 'PUT' }, 405, 'PUT is not allowed here.'],
  ['another method on capabilities', '/api/capabilities', post({}), 405, 'POST is not allowed here.'],
  ...['-1', '31536001', 'soon', '1e3', 'Infinity', ' '].map(
    (delay) =>
      [
        `a delay of ${JSON.stringify(delay)}`,
        '/api/jobs/demo-request',
        post({}, { 'job-delay': delay }),
        400,
        'The header Job-Delay must be a number of seconds from 0 to 31536000.',
      ] as const,
  ),
];

describe('A backend, whatever its store', () => {
  let store: MemoryStore;
  beforeEach(() => {
    store = new MemoryStore();
  });
  afterEach(() => store.close());

  const open = (options: Partial<CreateBackendOptions> = {}) =>
    sender(createBackendOf({ store, maxBodyBytes: 999_999, ...options }, catalog));

  it.each(refusals)('refuses %s', async (_, path, sent, status, error) => {
    const answer = await open()(path, sent);
    expect(answer).toMatchObject({ status, body: { error } });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(await store.list()).toEqual([]);
  });

  it('says what is wrong with a payload', async () => {
    const { body } = await open()('/api/jobs/strict-request', post({}));
    expect(body).toMatchObject({ problems: [{ pointer: '/a', message: 'It is missing.' }] });
  });

  it('says which methods are allowed', async () => {
    expect((await open()('/api/jobs/9', { method: 'PUT' })).headers.get('allow')).toBe('GET, POST, DELETE');
    expect((await open()('/api/capabilities', { method: 'PUT' })).headers.get('allow')).toBe('GET');
  });

  it('says what it can do', async () => {
    const { status, body } = await open()('/api/capabilities');
    expect({ status, body }).toEqual({
      status: 200,
      body: { catalog: '1.2.3', features: ['idempotency', 'wait', 'cancel', 'delay'] },
    });
  });

  it('gives the request id of the caller back, or one of its own', async () => {
    const given = await open()('/', { headers: { 'x-request-id': 'import-7' } });
    expect(given.headers.get('x-request-id')).toBe('import-7');
    const own = await open()('/', { headers: { 'x-request-id': 'not this one' } });
    expect(own.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it.each([
    [undefined, 401, 'The header Authorization is missing.'],
    ['Bearer other', 401, 'The header Authorization does not hold the API key.'],
    ['Bearer one-and-more', 401, 'The header Authorization does not hold the API key.'],
    ['Bearer ', 401, 'The header Authorization does not hold the API key.'],
    ['one', 401, 'The header Authorization does not hold the API key.'],
    ['Bearer one', 404, 'There is no job "1", or it has been removed.'],
    ['bearer two', 404, 'There is no job "1", or it has been removed.'],
  ])('with API keys answers Authorization %s with %i', async (authorization, status, error) => {
    const ask = open({ apiKey: ['one', 'two'] });
    const answer = await ask('/api/jobs/1', { headers: authorization === undefined ? {} : { authorization } });
    expect(answer).toMatchObject({ status, body: { error } });
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
  });
});
