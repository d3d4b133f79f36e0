import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientsByTransport, type FetchClient } from './_test-client.js';
import { WorkerClientError } from './runtime/errors/index.js';
import type { WorkerClientConfig } from './runtime/configuration.js';
import { createManualClock, type ManualClock } from './testing/manual-clock.js';
import type { Fault, RetryAfterFault } from './testing/fault.js';
import { startBackend, type AnyBackend } from './testing/start-backend.js';

/** What the caller of a faulty backend gets. */
interface Want {
  /** Name of the error's class; none where the call succeeds. */
  readonly error?: string;
  /** Name of the cause's class. */
  readonly cause?: string;
  readonly status?: number;
  readonly retryAfter?: number;
  /** Requests that the backend received. */
  readonly requests: number;
  /** Jobs that the backend made. */
  readonly jobs: number;
}

interface Row {
  readonly fault: Fault;
  /** How many requests the fault strikes. Default: 1. */
  readonly times?: number;
  readonly config?: WorkerClientConfig;
  /** Whether the backend is one of version 4.0, which does not say what it can do. Default: it says that it honours keys. */
  readonly isOld?: boolean;
  readonly want: Want;
}

const honors: WorkerClientConfig = { honorsIdempotencyKey: true };
const refused = (status: number): Row => ({
  fault: { kind: 'status', status },
  want: { error: 'HttpError', status, requests: 1, jobs: 0 },
});
const repeated = (status: number): Row => ({
  fault: { kind: 'status', status },
  isOld: true,
  want: { requests: 2, jobs: 1 },
});
const redirected = (status: 301 | 302 | 303 | 307 | 308): Row => ({
  fault: { kind: 'redirect', status, location: '/api/jobs/1' },
  want: { error: 'HttpError', status, requests: 1, jobs: 0 },
});
const unknown = (fault: Fault, cause: string, jobs: number): Row[] => [
  { fault, isOld: true, want: { error: 'OutcomeUnknownError', cause, requests: 1, jobs } },
  { fault, config: { honorsIdempotencyKey: false }, want: { error: 'OutcomeUnknownError', cause, requests: 1, jobs } },
  { fault, want: { requests: 2, jobs: 1 } },
  { fault, config: honors, isOld: true, want: { requests: 2, jobs: 1 } },
];
const unknownStatus = (status: number): Row[] => [
  ...unknown({ kind: 'status', status }, 'HttpError', 0),
  ...unknown({ kind: 'status', status, stage: 'after' }, 'HttpError', 1),
];
const unreadable = (fault: Fault): Row[] => [
  { fault, isOld: true, want: { error: 'InvalidResponseError', requests: 1, jobs: 1 } },
  { fault, want: { requests: 2, jobs: 1 } },
];
const answered = (body: unknown, status = 200): Fault => ({ kind: 'status', status, body, stage: 'after' });
const later = (more: Partial<RetryAfterFault> = {}): Fault => ({
  kind: 'retry-after',
  delay: 2_000,
  status: 429,
  ...more,
});

/** Faults of an enqueue and what the caller gets; the same on both transports. */
const enqueues: readonly Row[] = [
  ...[400, 401, 403, 404, 405, 409, 413, 422, 501, 505].map(refused),
  ...[425, 429].map(repeated),
  ...[408, 500, 502, 503, 504, 520].flatMap(unknownStatus),
  {
    fault: { kind: 'status', status: 503 },
    times: Infinity,
    want: { error: 'OutcomeUnknownError', cause: 'HttpError', requests: 1, jobs: 0 },
  },
  {
    fault: { kind: 'status', status: 503 },
    times: Infinity,
    config: honors,
    want: { error: 'OutcomeUnknownError', cause: 'HttpError', requests: 3, jobs: 0 },
  },
  {
    fault: { kind: 'status', status: 429 },
    config: { maxRetries: 0 },
    want: { error: 'HttpError', status: 429, requests: 1, jobs: 0 },
  },
  {
    fault: { kind: 'status', status: 429 },
    config: { retryBudget: { capacity: 0 } },
    want: { error: 'HttpError', status: 429, requests: 1, jobs: 0 },
  },
  { fault: later(), want: { requests: 2, jobs: 1 } },
  { fault: later({ delay: 1_500, format: 'milliseconds' }), want: { requests: 2, jobs: 1 } },
  { fault: later({ format: 'http-date' }), want: { requests: 2, jobs: 1 } },
  { fault: later({ status: 503 }), want: { requests: 2, jobs: 1 } },
  {
    fault: later({ delay: 31_000 }),
    want: { error: 'HttpError', status: 429, retryAfter: 31_000, requests: 1, jobs: 0 },
  },
  {
    fault: later(),
    config: { deadline: 2_000 },
    want: { error: 'HttpError', status: 429, retryAfter: 2_000, requests: 1, jobs: 0 },
  },
  { fault: later({ delay: 0, format: 'milliseconds' }), want: { requests: 2, jobs: 1 } },
  ...[301, 302, 303, 307, 308].map((status) => redirected(status as 301)),
  ...unknown({ kind: 'stall', at: 'headers' }, 'TimeoutError', 0),
  ...unknown({ kind: 'stall', at: 'headers', stage: 'after' }, 'TimeoutError', 1),
  ...unknown({ kind: 'stall', at: 'body' }, 'TimeoutError', 1),
  ...unknown({ kind: 'reset' }, 'ConnectionError', 0),
  ...unknown({ kind: 'reset', stage: 'after' }, 'ConnectionError', 1),
  ...unknown({ kind: 'reset', at: 'body' }, 'ConnectionError', 1),
  ...unknown({ kind: 'hang-up' }, 'ConnectionError', 0),
  ...unknown({ kind: 'hang-up', stage: 'after' }, 'ConnectionError', 1),
  ...unknown({ kind: 'cut-off' }, 'ConnectionError', 1),
  ...unknown({ kind: 'not-http' }, 'ConnectionError', 0),
  ...unknown({ kind: 'not-http', stage: 'after' }, 'ConnectionError', 1),
  ...(['text', 'truncated-json', 'empty', 'html', 'null', 'array'] as const).flatMap((body) =>
    unreadable({ kind: 'malformed', body }),
  ),
  ...unreadable({ kind: 'missing-job-id' }),
  ...unreadable(answered({ success: 'false', jobId: '1' })),
  ...unreadable(answered({ success: true, jobId: '1', messageName: 'another-request' })),
  ...unreadable(answered('{"success":true,"jobId":9007199254740993}')),
  { fault: { kind: 'success-false' }, want: { error: 'InvalidResponseError', requests: 1, jobs: 0 } },
  { fault: { kind: 'success-false' }, config: honors, want: { error: 'InvalidResponseError', requests: 1, jobs: 0 } },
  {
    fault: answered({ success: true, jobId: '1', more: 'm'.repeat(5_000) }),
    config: { maxResponseBytes: 1_000 },
    want: { error: 'InvalidResponseError', requests: 1, jobs: 1 },
  },
  {
    fault: answered({ error: 'm'.repeat(5_000) }, 400),
    config: { maxResponseBytes: 1_000 },
    want: { error: 'HttpError', status: 400, requests: 1, jobs: 1 },
  },
  ...(['gzip', 'deflate', 'br'] as const).map((encoding): Row => ({
    fault: { kind: 'compressed', encoding },
    want: { requests: 1, jobs: 1 },
  })),
  { fault: { kind: 'delay', delay: 5 }, want: { requests: 1, jobs: 1 } },
  { fault: { kind: 'trickle', interval: 1, bytes: 40 }, want: { requests: 1, jobs: 1 } },
];

/** Faults of a status call: a read is always repeatable. */
const reads: readonly Row[] = [
  refused(404),
  { fault: { kind: 'status', status: 503 }, want: { requests: 2, jobs: 0 } },
  redirected(302),
  ...(
    [
      { kind: 'stall', at: 'headers' },
      { kind: 'stall', at: 'body' },
      { kind: 'reset' },
      { kind: 'reset', at: 'body' },
      { kind: 'hang-up' },
      { kind: 'cut-off' },
      { kind: 'not-http' },
      { kind: 'malformed', body: 'html' },
      { kind: 'missing-job-id' },
      { kind: 'status', status: 200, body: { jobId: 'another', state: 'completed' } },
      { kind: 'status', status: 500 },
    ] as const
  ).map((fault): Row => ({ fault, want: { requests: 2, jobs: 0 } })),
  {
    fault: { kind: 'reset' },
    times: Infinity,
    want: { error: 'ConnectionError', requests: 3, jobs: 0 },
  },
];

let backend: AnyBackend;
let clock: ManualClock;
async function start(isOld = false): Promise<void> {
  backend = await startBackend(isOld ? { features: false, honorsIdempotencyKey: true } : {});
}
beforeEach(() => {
  clock = createManualClock(Date.now());
});
afterEach(() => backend.close());

const title = ({ fault, times = 1, config, isOld = false, want }: Row): string => {
  const how = [isOld ? ' by an old backend' : '', config ? ` with ${JSON.stringify(config)}` : ''].join('');
  return `${times > 1 ? 'always ' : ''}${JSON.stringify(fault).slice(0, 150)}${how} → ${want.error ?? 'success'}`;
};

/** Requests but those that asked what the backend can do. */
const requestsOf = ({ received }: AnyBackend): AnyBackend['received'] =>
  received.filter(({ url }) => url !== '/api/capabilities');

/** Time stands still but for what is waited for: a stalled answer, and the delay before a retry. */
async function outcomeOf({ fault, times = 1 }: Row, call: () => Promise<unknown>): Promise<unknown> {
  const [stored, received] = [backend.stored.length, requestsOf(backend).length];
  backend.inject(fault, { times });
  if (fault.kind === 'stall') void backend.until(() => backend.held > 0).then(() => clock.advance(30_000));
  const error = await call().then(
    () => undefined,
    (reason: unknown) => reason as WorkerClientError,
  );
  return {
    ...(error && { error: error.name }),
    ...(error?.name === 'OutcomeUnknownError' && { cause: (error.cause as Error).name }),
    ...(error?.status !== undefined && error.name === 'HttpError' && { status: error.status }),
    ...(error?.retryAfter !== undefined && { retryAfter: error.retryAfter }),
    requests: requestsOf(backend).length - received,
    jobs: backend.stored.length - stored,
  };
}

describe.each(clientsByTransport)('What the caller gets on $transport', ({ Client }) => {
  const clientOf = (config: WorkerClientConfig = {}): FetchClient =>
    new Client({
      baseUrl: backend.url,
      apiKey: 'secret-key',
      clock,
      random: () => 1,
      hooks: { onRetry: ({ delay }) => setImmediate(() => clock.advance(delay)) },
      ...config,
    });

  it.each(enqueues.map((row) => ({ title: title(row), row })))('for an enqueue: $title', async ({ row }) => {
    await start(row.isOld);
    const client = clientOf(row.config);
    expect(await outcomeOf(row, () => client.sendToQueue('demo-request', { a: 1 }))).toEqual(row.want);
    expect(new Set(requestsOf(backend).map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it.each(reads.map((row) => ({ title: title(row), row })))('for a status call: $title', async ({ row }) => {
    await start();
    const client = clientOf(row.config);
    const { jobId } = await client.sendToQueue('demo-request', { a: 1 });
    expect(await outcomeOf(row, () => client.getJobStatus(jobId))).toEqual(row.want);
  });

  it('is an error that the connection was refused, and that nothing was sent', async () => {
    await start();
    await backend.stop();
    const client = clientOf();
    const error = await client.sendToQueue('demo-request', {}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: 3 });
  });

  it('is success where the backend listens again before the retries are used up', async () => {
    await start();
    await backend.stop();
    const client = clientOf({
      hooks: { onRetry: ({ delay }) => void backend.restart().then(() => clock.advance(delay)) },
    });
    await client.sendToQueue('demo-request', {});
    expect(backend.stored).toHaveLength(1);
  });

  it('is doubt where an attempt in flight was lost and the backend then went away', async () => {
    await start();
    backend.inject({ kind: 'reset', stage: 'after' });
    const client = clientOf({
      ...honors,
      hooks: { onRetry: ({ delay }) => void backend.stop().then(() => clock.advance(delay)) },
    });
    const error = await client.sendToQueue('demo-request', {}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'OutcomeUnknownError', attempts: 3, cause: { name: 'ConnectionError' } });
    expect(backend.stored).toHaveLength(1);
  });

  it('is an end to the wait when the signal fires while the backend stalls', async () => {
    await start();
    backend.inject({ kind: 'stall', at: 'body' });
    const controller = new AbortController();
    void backend.until(() => backend.held > 0).then(() => controller.abort('changed my mind'));
    const error = await clientOf()
      .sendToQueue('demo-request', {}, { signal: controller.signal })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'RequestAbortedError', cause: 'changed my mind' });
    expect(clock.pending).toBe(0);
  });

  it('finds its job completed after the backend was restarted', async () => {
    await start();
    let polls = 0;
    const goOn = (): void => void setImmediate(() => clock.advance(5_000));
    const onPoll = (): void => {
      polls += 1;
      if (polls === 3) void backend.restart().then(() => backend.complete(job.jobId, { done: true }).then(goOn));
      else goOn();
    };
    const job = await clientOf().sendToQueue('demo-request', { a: 1 });
    await backend.stop();
    const finished = await clientOf({ hooks: { onError: onPoll } }).waitFor(job);
    expect(finished).toMatchObject({ state: 'completed', data: { a: 1 }, returnvalue: { done: true } });
    expect(polls).toBe(3);
    expect(clock.pending).toBe(0);
  });
});
