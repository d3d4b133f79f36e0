import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { InvalidArgumentError, ValidationError } from '../errors/index.js';
import type { SendOptions } from '../request-options.js';
import { enqueued, jobIn } from '../transport/_scripted-fetch.js';
import type { Validate } from '../validation.js';
import { apiKey, createTestClient, definition } from './_test-client.js';
import { SendingClient } from './sending-client.js';

afterEach(() => vi.unstubAllGlobals());

describe('sendToQueue', () => {
  it('posts the payload to the route of its message', async () => {
    const { client, requests } = createTestClient([enqueued], { baseUrl: 'http://backend.test/base/' });
    const job = await client.sendToQueue('resize', { image: 'a' });
    expect(job).toEqual({ success: true, jobId: '1', messageName: 'resize', queue: 'images' });
    expect(requests).toMatchObject([
      {
        url: 'http://backend.test/base/api/jobs/resize',
        method: 'POST',
        body: '{"image":"a"}',
        redirect: 'manual',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          authorization: `Bearer ${apiKey}`,
          'idempotency-key': expect.any(String) as string,
        },
      },
    ]);
  });

  it('takes the answer for another message for no answer, and says so', async () => {
    const { client } = createTestClient([{ body: { jobId: '1', messageName: 'other' } }]);
    await expect(client.sendToQueue('notify', { text: 'a' })).rejects.toMatchObject({
      name: 'InvalidResponseError',
      message: 'The answer to enqueueing notify (HTTP 200) is about another message, other.',
    });
  });

  it('sends header fields of client and call; the latter win, and undefined removes', async () => {
    const { client, requests } = createTestClient([enqueued], { headers: { 'X-A': 'client', 'x-b': 'client' } });
    await client.sendToQueue('notify', { text: 'a' }, { headers: { 'x-a': 'call', 'X-B': undefined, 'x-c': 'call' } });
    expect(requests[0]?.headers).toMatchObject({ 'x-a': 'call', 'x-c': 'call' });
    expect(requests[0]?.headers).not.toHaveProperty('x-b');
  });

  it('sends no authorization without a key', async () => {
    const { client, requests } = createTestClient([enqueued], { apiKey: '' });
    await client.sendToQueue('notify', { text: 'a' });
    expect(requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it.each<{ name: string; type?: unknown; payload?: unknown; options?: unknown; want: RegExp }>([
    { name: 'an empty type', type: '', want: /message type must be a string other than ""/ },
    { name: 'a type of dots', type: '..', want: /message type must be a string other than/ },
    { name: 'a type that is no text', type: 5, want: /message type must be a string/ },
    { name: 'no payload', payload: undefined, want: /cannot be written as JSON/ },
    { name: 'an empty key', options: { idempotencyKey: '' }, want: /idempotencyKey must be not empty/ },
    { name: 'a blank key', options: { idempotencyKey: ' ' }, want: /idempotencyKey must be not empty/ },
    { name: 'a key with a line break', options: { idempotencyKey: 'a\n' }, want: /idempotencyKey/ },
    { name: 'a key of null', options: { idempotencyKey: null }, want: /idempotencyKey/ },
    { name: 'a key that is no text', options: { idempotencyKey: 7 }, want: /idempotencyKey/ },
    { name: 'a key among the header fields', options: { headers: { 'Idempotency-Key': 'a' } }, want: /see the option/ },
    { name: 'a malformed header', options: { headers: { a: 'b\n' } }, want: /The header "a"/ },
    { name: 'a Headers object', options: { headers: new Headers() }, want: /headers must be an object/ },
    { name: 'a timeout of 0', options: { timeout: 0 }, want: /timeout must be/ },
    { name: 'a timeout of NaN', options: { timeout: Number.NaN }, want: /timeout must be/ },
    { name: 'a deadline of -1', options: { deadline: -1 }, want: /deadline must be/ },
    { name: 'half a retry', options: { maxRetries: 0.5 }, want: /maxRetries must be/ },
    { name: 'no signal', options: { signal: {} }, want: /signal must be an AbortSignal/ },
  ])('refuses $name before anything is sent', async ({ type = 'notify', want, ...rest }) => {
    const { client, requests, clock } = createTestClient([enqueued]);
    const payload = 'payload' in rest ? rest.payload : { text: 'a' };
    const call = client.sendToQueue(type as 'notify', payload as { text: string }, rest.options as SendOptions);
    await expect(call).rejects.toBeInstanceOf(InvalidArgumentError);
    await expect(call).rejects.toThrow(want);
    expect(requests).toEqual([]);
    expect(clock.pending).toEqual([]);
  });
});

describe('Validation', () => {
  const problems = [
    { pointer: '/image', message: 'must be a URL.' },
    { pointer: '', message: 'must have a size.' },
  ];

  it('keeps what does not fit from being sent, and tells every problem', async () => {
    const validate = vi.fn<Validate>(() => problems);
    const { client, requests } = createTestClient([enqueued], { validate });
    const call = client.sendToQueue('resize', { image: 'a' });
    await expect(call).rejects.toBeInstanceOf(ValidationError);
    await expect(call).rejects.toMatchObject({
      problems,
      messageType: 'resize',
      message: 'The payload does not fit resize: /image: must be a URL. the whole: must have a size.',
    });
    expect(requests).toEqual([]);
  });

  it('sees the payload as it is sent', async () => {
    const validate = vi.fn<Validate>(() => []);
    const { client } = createTestClient([enqueued], { validate });
    const payload = { image: 'a', token: undefined, at: new Date(0) };
    await client.sendToQueue('resize', payload);
    expect(validate.mock.calls).toStrictEqual([['resize', { image: 'a', at: '1970-01-01T00:00:00.000Z' }]]);
    expect(validate.mock.contexts).toEqual([undefined]);
  });
});

describe('getJobStatus', () => {
  it('reads the job', async () => {
    const { client, requests } = createTestClient([jobIn('active', { progress: 5 })]);
    expect(await client.getJobStatus('1')).toMatchObject({ jobId: '1', state: 'active', progress: 5 });
    expect(requests).toMatchObject([{ url: 'http://backend.test/api/jobs/1', method: 'GET' }]);
    expect(requests[0]).not.toHaveProperty('body');
    expect(requests[0]?.headers).not.toHaveProperty('content-type');
  });

  it.each([
    { jobId: '../../admin', want: '..%2F..%2Fadmin' },
    { jobId: 'a?b#c', want: 'a%3Fb%23c' },
    { jobId: 'a\r\nb', want: 'a%0D%0Ab' },
    { jobId: '\u001b[31m', want: '%1B%5B31m' },
  ])('asks for a job named $jobId and no other route', async ({ jobId, want }) => {
    const { client, requests } = createTestClient([{ status: 404, body: {} }]);
    const call = client.getJobStatus(jobId);
    await expect(call).rejects.toMatchObject({ status: 404, jobId });
    await expect(call).rejects.not.toThrow(/[\r\n\u001b]/);
    expect(requests[0]?.url).toBe(`http://backend.test/api/jobs/${want}`);
  });

  it.each(['', '.', '..', 7, null, undefined, {}, 'a\udc00'])('refuses the job id %j', async (jobId) => {
    const { client, requests } = createTestClient([jobIn('active')]);
    await expect(client.getJobStatus(jobId as string)).rejects.toBeInstanceOf(InvalidArgumentError);
    expect(requests).toEqual([]);
  });
});

describe('A client', () => {
  it('shows its key nowhere', () => {
    const { client } = createTestClient([]);
    const shown = [
      inspect(client, { depth: 20, showHidden: true, getters: true }),
      JSON.stringify(client),
      String(client),
      JSON.stringify(Object.entries(Object.getOwnPropertyDescriptors(client))),
    ];
    for (const text of shown) expect(text).not.toContain(apiKey);
  });

  it('uses the fetch that the platform has when a call is made', async () => {
    const client = new SendingClient({ baseUrl: 'http://backend.test' }, definition);
    const fetch = vi.fn<(url: string) => Promise<Response>>(() =>
      Promise.resolve(Response.json({ jobId: '1', state: 'active' })),
    );
    vi.stubGlobal('fetch', fetch);
    await client.getJobStatus('1');
    expect(fetch.mock.calls[0]?.[0]).toBe('http://backend.test/api/jobs/1');
  });

  it('is not changed by later changes to its configuration', async () => {
    const config = { apiKey: 'first-key', headers: { 'x-a': 'first' } };
    const { client, requests } = createTestClient([jobIn('active')], config);
    config.apiKey = 'second-key';
    config.headers['x-a'] = 'second';
    await client.getJobStatus('1');
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer first-key', 'x-a': 'first' });
  });
});
