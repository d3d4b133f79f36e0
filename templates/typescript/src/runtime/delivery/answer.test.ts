import { describe, expect, it } from 'vitest';
import { HttpError, InvalidResponseError, WorkerClientError } from '../errors/index.js';
import { definition } from '../client/_test-client.js';
import { resolveConfiguration } from '../resolve-configuration.js';
import { systemClock } from '../time/clock.js';
import { ReceivedAnswer } from '../transport/received-answer.js';
import { Access } from './access.js';
import { readJobResponse, readJobSnapshot, type ReadAnswer } from './answer.js';
import { Attempt } from './attempt.js';

const key = 'k3y-of-the-client';
const deep = `${'{"error":'.repeat(20_000)}1${'}'.repeat(20_000)}`;

function attemptOf(body?: string): Attempt {
  const call = {
    method: body === undefined ? ('GET' as const) : ('POST' as const),
    url: 'http://a.test/api/jobs/x',
    headers: undefined,
    fields: undefined,
    trace: undefined,
    body,
    expects: body === undefined ? ('job' as const) : ('new job' as const),
    purpose: body === undefined ? 'reading job 7' : 'enqueueing resize',
    subject: body === undefined ? { jobId: '7' } : { messageType: 'resize', idempotencyKey: 'key-1' },
    timeout: 1_000,
    deadline: undefined,
    maxRetries: 2,
    signal: undefined,
    clock: systemClock,
  };
  const attempt = new Attempt(
    call,
    1,
    Infinity,
    new Access(key, '', ['token'], resolveConfiguration({ baseUrl: 'http://a.test' }, definition.environment)),
  );
  attempt.isMade = true;
  return attempt;
}

/** An answer; `text: undefined` for one that was too large. */
interface Given {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string | undefined;
}

function read<Result>(reader: ReadAnswer<Result>, given: Given, attempt = attemptOf('{}')): Result {
  const { status, headers, text } = { status: 200, headers: {}, text: '', ...given };
  return reader(new ReceivedAnswer(status, text, headers, (fields) => fields), attempt, 0);
}

function errorOf(answer: Given, attempt?: Attempt): WorkerClientError {
  try {
    read(readJobResponse, answer, attempt);
  } catch (error) {
    if (error instanceof WorkerClientError) return error;
    throw error;
  }
  throw new Error('The answer was accepted.');
}

describe('readJobResponse', () => {
  it.each([
    { text: '{"jobId":"7","queue":"q"}', want: { success: true, jobId: '7', queue: 'q' } },
    { text: '{"success":true,"jobId":7}', want: { success: true, jobId: '7' } },
    { text: '{"success":null,"jobId":"7"}', want: { success: true, jobId: '7' } },
    { text: '{"jobId":"7","__proto__":{"success":false}}', want: { success: true, jobId: '7' } },
  ])('accepts $text', ({ text, want }) => {
    expect(read(readJobResponse, { text, status: 201 })).toMatchObject(want);
  });

  it.each([
    { text: '', want: 'has no body' },
    { text: ' \n', want: 'has no body' },
    { text: '<html>ok</html>', want: 'is no JSON object' },
    { text: 'null', want: 'is no JSON object' },
    { text: '[{"jobId":"7"}]', want: 'is no JSON object' },
    { text: '"7"', want: 'is no JSON object' },
    { text: 'true', want: 'is no JSON object' },
    { text: '{"jobId":"7"', want: 'is no JSON object' },
    { text: '{}', want: 'has no jobId that is a text or a safe integer' },
    { text: '{"jobId":""}', want: 'has no jobId that is a text or a safe integer' },
    { text: '{"jobId":null}', want: 'has no jobId that is a text or a safe integer' },
    { text: '{"jobId":{"id":"7"}}', want: 'has no jobId that is a text or a safe integer' },
    { text: '{"__proto__":{"jobId":"7"}}', want: 'has no jobId that is a text or a safe integer' },
    { text: '{"success":false,"jobId":"7"}', want: 'says success: false' },
    { text: '{"success":"false","jobId":"7"}', want: 'says success: "false"' },
    { text: '{"success":0,"jobId":"7"}', want: 'says success: 0' },
    { text: '{"jobId":9007199254740993}', want: 'has no jobId that is a text or a safe integer' },
    { text: '{"jobId":1.5}', want: 'has no jobId that is a text or a safe integer' },
    { text: '{"jobId":true}', want: 'has no jobId that is a text or a safe integer' },
    { text: '{"jobId":"7","messageName":"notify"}', want: 'is about another message, notify' },
    { text: undefined, want: 'exceeds maxResponseBytes' },
    { text: '{"success":false,"error":"queue is full"}', want: 'says success: false: queue is full' },
    { text: '{"success":false,"error":{"message":"queue is full"}}', want: 'says success: false: queue is full' },
    { text: deep, want: 'has no jobId that is a text or a safe integer: [nested too deeply]' },
  ])('refuses a 200 with $text', ({ text, want }) => {
    const error = errorOf({ text });
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error.message).toBe(`The answer to enqueueing resize (HTTP 200) ${want}.`);
    expect(error).toMatchObject({ status: 200, messageType: 'resize', idempotencyKey: 'key-1', attempts: 1 });
  });
});

describe('readJobSnapshot', () => {
  it('accepts any state, also one that is not listed', () => {
    const text = '{"jobId":7,"state":"napping","data":{}}';
    expect(read(readJobSnapshot, { text }, attemptOf())).toEqual({ jobId: '7', state: 'napping', data: {} });
  });

  it.each([
    { text: '{"jobId":"7"}', want: 'has no state' },
    { text: '{"jobId":"8","state":"active"}', want: 'is about another job, 8' },
    { text: '{"jobId":70,"state":"active"}', want: 'is about another job, 70' },
    { text: undefined, want: 'exceeds maxResponseBytes' },
    { text: '{"jobId":"7","state":5}', want: 'has no state' },
    { text: '{"state":"active"}', want: 'has no jobId that is a text or a safe integer' },
    { text: '{"success":false,"state":"active","jobId":"7"}', want: 'says success: false' },
    { text: 'null', want: 'is no JSON object' },
  ])('refuses $text', ({ text, want }) => {
    expect(() => read(readJobSnapshot, { text }, attemptOf())).toThrow(
      `The answer to reading job 7 (HTTP 200) ${want}.`,
    );
  });
});

describe('An answer outside 200–299', () => {
  it.each([
    { text: '{"error":"no disk"}', want: 'no disk' },
    { text: '{"message":"no disk"}', want: 'no disk' },
    { text: '{"error":"","message":"no disk"}', want: 'no disk' },
    { text: '{"error":{"message":"no disk"}}', want: 'no disk' },
    { text: '{"error":{"error":{"message":"no disk"}}}', want: 'no disk' },
    { text: '{"message":["a","b"]}', want: '["a","b"]' },
    { text: '{"error":{"code":5}}', want: '{"code":5}' },
    {
      text: '{"error":"It does not fit.","problems":[{"pointer":"/a","message":"Is missing."},{"pointer":"","message":"Is odd."}]}',
      want: 'It does not fit. /a: Is missing. the whole: Is odd.',
    },
    {
      text: '{"error":"It does not fit.","problems":[null,5,"x",[],{"message":{"toString":1}},{"pointer":{"toString":1},"message":"Is odd."}]}',
      want: 'It does not fit. the whole: Is odd.',
    },
    { text: '{"error":"It does not fit.","problems":{"a":"Is missing."}}', want: 'It does not fit.' },
    { text: `{"error":"no","problems":[{"pointer":"/a","message":"not ${key}"}]}`, want: 'no /a: not [redacted]' },
    { text: '{"error":null}', want: '{"error":null}' },
    { text: '{"error":5}', want: '{"error":5}' },
    { text: '{}', want: '{}' },
    { text: 'null', want: 'null' },
    { text: '[]', want: '[]' },
    { text: '"text"', want: 'text' },
    { text: '', want: 'no body' },
    { text: ' \n ', want: 'no body' },
    { text: '<html>\n  <h1>Bad\u001b[31m gateway</h1>', want: '<html> <h1>Bad [31m gateway</h1>' },
    { text: '{"error":', want: '{"error":' },
    { text: 'x'.repeat(5_000), want: `${'x'.repeat(199)}…` },
  ])('is an HttpError for the body $text', ({ text, want }) => {
    const error = errorOf({ status: 500, text });
    expect(error).toBeInstanceOf(HttpError);
    expect(error.message).toBe(`HTTP 500 while enqueueing resize: ${want}`);
  });

  it('survives a body that is nested 20,000 times', () => {
    expect(errorOf({ status: 500, text: deep })).toBeInstanceOf(HttpError);
    const lists = '['.repeat(20_000) + ']'.repeat(20_000);
    expect(errorOf({ status: 500, text: `{"error":${lists}}` })).toBeInstanceOf(HttpError);
  });

  it('carries status, body, header fields and request id', () => {
    const headers = { 'x-request-id': 'r-1', 'set-cookie': 'session=1', 'retry-after': '3' };
    expect(errorOf({ status: 429, headers, text: '{"error":"slow down","more":1}' })).toMatchObject({
      status: 429,
      body: { error: 'slow down', more: 1 },
      headers: { ...headers, 'set-cookie': '[redacted]' },
      requestId: 'r-1',
      retryAfter: 3_000,
      attempts: 1,
    });
  });

  it.each([
    { status: 0, headers: {}, want: 'HTTP 0 while enqueueing resize: redirects are not followed' },
    {
      status: 302,
      headers: { location: '/b' },
      want: 'HTTP 302 while enqueueing resize: redirects are not followed: /b',
    },
    {
      status: 301,
      headers: { location: `/${'x'.repeat(500)}` },
      want: `HTTP 301 while enqueueing resize: redirects are not followed: /${'x'.repeat(198)}…`,
    },
    { status: 199, headers: {}, want: 'HTTP 199 while enqueueing resize: no body' },
  ])('is an HttpError for status $status', ({ status, headers, want }) => {
    expect(errorOf({ status, headers }).message).toBe(want);
  });

  it.each([
    { text: `{"error":"key ${key} refused"}` },
    { text: `{"error":{"token":"t0ken-value","headers":{"a":"${key}"}}}` },
    { text: `{"message":"token t0ken-value is stale","data":{"token":"t0ken-value"}}` },
    { text: `<pre>Authorization: Bearer ${key}, {"token":"t0ken-value"}</pre>` },
    { text: `{"${key}":"t0ken-value"}` },
  ])('shows neither the key nor a secret field of the payload: $text', ({ text }) => {
    const error = errorOf({ status: 400, text, headers: { 'x-echo': key } }, attemptOf('{"token":"t0ken-value"}'));
    const shown = error.message + JSON.stringify([error, error.request, error.response]);
    expect(shown).not.toContain(key);
    expect(shown).not.toContain('t0ken-value');
  });
});
