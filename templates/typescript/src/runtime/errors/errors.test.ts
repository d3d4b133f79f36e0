import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import * as errors from './index.js';
import { OutcomeUnknownError, WorkerClientError } from './index.js';

const details = {
  messageType: 'resize',
  jobId: '7',
  idempotencyKey: 'key-1',
  attempts: 3,
  retryAfter: 250,
  request: { method: 'POST', url: 'http://a.test/api/jobs/resize', headers: { accept: '*/*' }, payload: { shown: 1 } },
  response: { status: 503, headers: { 'x-request-id': 'r-9' }, body: { error: 'busy' } },
  cause: new Error('beneath'),
};
const job = { jobId: '7', name: 'resize', queue: 'q', state: 'failed', data: { token: 'hidden-data' }, timestamp: 1 };
const special = {
  feature: 'delay',
  problems: [{ pointer: '/a', message: 'is wrong' }],
  timeout: 5,
  deadline: 6,
  state: 'active',
};

const all: WorkerClientError[] = [
  new errors.ConfigurationError('m', details),
  new errors.ConnectionError('m', details),
  new errors.DeadlineExceededError('m', { ...details, ...special }),
  new errors.HttpError('m', details),
  new errors.InvalidArgumentError('m', details),
  new errors.InvalidResponseError('m', details),
  new errors.JobFailedError('m', details, job),
  new errors.JobNotFoundError('m', details),
  new errors.JobRemovedError('m', details),
  new errors.OutcomeUnknownError('m', details),
  new errors.RequestAbortedError('m', details),
  new errors.TimeoutError('m', { ...details, ...special }),
  new errors.UnsupportedByBackendError('m', { ...details, ...special }),
  new errors.ValidationError('m', { ...details, ...special }),
];

it('Every error class is in these tests', () => {
  const exported = Object.keys(errors).filter((name) => name !== 'WorkerClientError');
  expect(all.map(({ name }) => name).sort()).toEqual(exported.sort());
});

describe.each(all.map((error) => ({ name: error.name, error })))('$name', ({ name, error }) => {
  it('is a WorkerClientError, named as its class', () => {
    expect(error).toBeInstanceOf(WorkerClientError);
    expect(error.constructor.name).toBe(name);
    expect(String(error)).toBe(`${name}: m`);
  });

  it('tells what is known', () => {
    expect(error).toMatchObject({
      messageType: 'resize',
      jobId: '7',
      idempotencyKey: 'key-1',
      attempts: 3,
      retryAfter: 250,
      status: 503,
      body: { error: 'busy' },
      headers: { 'x-request-id': 'r-9' },
      requestId: 'r-9',
    });
    expect(error.cause).toBe(details.cause);
  });

  it('has request and response at hand, but shows them in no log', () => {
    expect(error.request).toBe(details.request);
    expect(error.response).toBe(details.response);
    expect(Object.keys(error)).not.toContain('request');
    expect(Object.keys(error)).not.toContain('response');
    expect(inspect(error)).not.toContain('shown');
    expect(JSON.stringify(error)).not.toContain('shown');
  });

  it('is written to JSON with name, message and what is known', () => {
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name, message: 'm', status: 503, requestId: 'r-9' });
    expect(JSON.stringify(error)).not.toContain('beneath');
  });

  it('is inspected with its stack and cause', () => {
    expect(inspect(error)).toContain(`${name}: m\n    at `);
    expect(inspect(error)).toContain('beneath');
  });
});

describe('WorkerClientError', () => {
  it('leaves out what does not apply', () => {
    const error = new OutcomeUnknownError('m');
    expect(Object.keys(error)).toEqual(['name']);
    expect('cause' in error).toBe(false);
    expect('status' in error).toBe(false);
    expect('request' in error).toBe(false);
  });

  it('keeps a cause of null and an answer of null', () => {
    const error = new WorkerClientError('m', { cause: null, response: { status: 500, headers: {}, body: null } });
    expect(error.cause).toBeNull();
    expect(error.body).toBeNull();
  });
});

describe('instanceof', () => {
  class Own extends errors.HttpError {}

  it('holds between copies of the package, class by class', async () => {
    vi.resetModules();
    const copy = await import('./index.js');
    expect(copy.HttpError).not.toBe(errors.HttpError);
    const error = new copy.HttpError('m');
    expect(error).toBeInstanceOf(errors.HttpError);
    expect(error).toBeInstanceOf(WorkerClientError);
    expect(error).not.toBeInstanceOf(errors.TimeoutError);
    expect(error).not.toBeInstanceOf(Own);
    expect(new Own('m')).toBeInstanceOf(copy.HttpError);
  });

  it.each([undefined, null, 'HttpError', new Error('m'), { name: 'HttpError' }, Object.create(null)])(
    'does not take %o for an error of the client',
    (value) => {
      expect(value instanceof WorkerClientError).toBe(false);
      expect(value instanceof errors.HttpError).toBe(false);
    },
  );

  it('holds for a class of the caller alone where the caller made the error', () => {
    expect(new Own('m')).toBeInstanceOf(Own);
    expect(new errors.HttpError('m')).not.toBeInstanceOf(Own);
  });
});

describe('JobFailedError', () => {
  it('has the job at hand, but shows it in no log', () => {
    const error = new errors.JobFailedError('m', {}, { ...job, failedReason: 'no disk' });
    expect(error.job.data).toEqual({ token: 'hidden-data' });
    expect(error.failedReason).toBe('no disk');
    expect(inspect(error) + JSON.stringify(error)).not.toContain('hidden-data');
  });
});
