import { describe, expect, it } from 'vitest';
import type { JobProgress } from '../runtime/job.js';
import { runAttempt, type AttemptContext, type AttemptRules, type OutgoingMessage } from './attempt.js';
import type { HandlerOf, RunningJob } from './handler.js';
import { InvalidMessageError, JobError } from './job-error.js';
import { JobStop, type StopReason } from './job-stop.js';

const rules: AttemptRules = {
  policies: {
    'a-request': {
      domain: '',
      sentBy: 'callers',
      outcome: 'a-completed',
      emits: ['a-found'],
      retry: { attempts: 3, neverOn: ['GONE'] },
    },
    'b-request': { domain: '', sentBy: 'callers' },
  },
  validate: (type, value) =>
    type !== 'b-request' && (value === null || typeof value !== 'object' || 'bad' in value)
      ? [{ pointer: '/bad', message: 'Is bad.' }]
      : [],
};

type Emits = Record<string, unknown>;
type TestHandler = HandlerOf<Record<string, unknown>, unknown, Emits>;

/** Makes an attempt, and gives its end with all that the handler reported. */
async function attempt(handler: TestHandler, given: Partial<AttemptContext> = {}) {
  const sent: OutgoingMessage[] = [];
  const progress: JobProgress[] = [];
  const log: string[] = [];
  const messageType = given.messageType ?? 'a-request';
  const { signal = new AbortController().signal } = given;
  const end = await runAttempt(
    rules,
    { [messageType]: handler },
    {
      jobId: 'a-request.1',
      messageType,
      payload: { modelId: 'm1' },
      attempt: 1,
      signal,
      get stopReason() {
        return JobStop.of(signal);
      },
      progress: async (value) => void progress.push(value),
      log: async (line) => void log.push(line),
      send: async (message) => void sent.push(message),
      ...given,
    },
  );
  return { end, sent, progress, log };
}

const stopped = (reason: StopReason): AbortSignal => AbortSignal.abort(new JobStop(reason));
const failing = (error: unknown): TestHandler => ({ run: () => Promise.reject(error) });

describe('An attempt', () => {
  it('completes with what the handler returned, as JSON', async () => {
    const { end } = await attempt((payload, { id, attempt: number }) => ({ ...payload, id, number, at: new Date(0) }));
    const outcome = { modelId: 'm1', id: 'a-request.1', number: 1, at: '1970-01-01T00:00:00.000Z' };
    expect(end).toEqual({ end: 'completed', outcome });
  });

  it.each([
    ['nothing', undefined, null],
    ['a number', 5, 5],
  ])('of a message without outcome completes with %s', async (_, value, outcome) => {
    expect((await attempt(() => value, { messageType: 'b-request' })).end).toEqual({ end: 'completed', outcome });
  });

  const unfit = 'does not fit a-completed: /bad: Is bad.';
  it.each([
    { title: 'any error', error: new Error('No.'), want: { reason: 'No.', isFinal: false } },
    { title: 'what is no error', error: 'No.', want: { reason: 'No.', isFinal: false } },
    { title: 'any error at the last attempt', error: new Error('No.'), number: 3, want: { isFinal: true } },
    { title: 'a code', error: new JobError('SLOW', 'No.'), want: { reason: 'SLOW: No.', isFinal: false } },
    { title: 'a code that is never repeated', error: new JobError('GONE', 'No.'), want: { isFinal: true } },
    {
      title: 'such a code on another class of error',
      error: Object.assign(new Error('No.'), { code: 'GONE' }),
      want: { isFinal: false },
    },
    { title: 'an error of no words', error: new TypeError(''), want: { reason: 'TypeError' } },
    { title: 'a message without policy', type: 'b-request', error: new Error('No.'), want: { isFinal: true } },
  ])('fails after $title', async ({ error, number = 1, type = 'a-request', want }) => {
    const { end } = await attempt(failing(error), { attempt: number, messageType: type });
    expect(end).toMatchObject({ end: 'failed', ...want });
    expect(end).not.toHaveProperty('outcome');
  });

  it.each([
    ['that does not fit', () => ({ bad: 1 }), `The outcome ${unfit}`],
    ['that is nothing', () => undefined, `The outcome ${unfit}`],
    ['that is no JSON', () => ({ n: 1n }), 'The outcome cannot be written as JSON: '],
  ])('fails for good after an outcome %s', async (_, handler, reason) => {
    const { end } = await attempt(handler);
    expect(end).toMatchObject({ end: 'failed', isFinal: true, reason: expect.stringContaining(reason) as string });
  });

  it('fails for good after a payload that does not fit, and the handler never sees it', async () => {
    const calls: unknown[] = [];
    const note = (...given: unknown[]): unknown => calls.push(given);
    const { end } = await attempt({ run: note, onFailed: note }, { payload: { bad: 1 } });
    const reason = 'The payload does not fit a-request: /bad: Is bad.';
    expect(end).toEqual({ end: 'failed', isFinal: true, reason, error: expect.any(InvalidMessageError) as Error });
    expect(calls).toEqual([]);
  });

  it('passes on progress and log', async () => {
    const { progress, log } = await attempt(async (_, job) => {
      await job.progress({ percent: 10 });
      await job.log('Begun.');
      return {};
    });
    expect([progress, log]).toEqual([[{ percent: 10 }], ['Begun.']]);
  });
});

describe('onFailed', () => {
  const onFailed = (error: Error, payload: unknown, job: RunningJob<Emits>): unknown => ({
    error: error.message,
    payload,
    id: job.id,
  });

  it('gives the outcome of a job that failed for good', async () => {
    const { end } = await attempt({ ...failing(new JobError('GONE', 'No.')), onFailed } as TestHandler);
    expect(end).toMatchObject({
      reason: 'GONE: No.',
      outcome: { error: 'No.', payload: { modelId: 'm1' }, id: 'a-request.1' },
    });
  });

  it('is not called while attempts are left', async () => {
    const { end } = await attempt({ ...failing(new Error('No.')), onFailed } as TestHandler);
    expect(end).not.toHaveProperty('outcome');
  });

  it.each([
    ['throws', () => Promise.reject(new Error('Again.')), 'Again.'],
    ['returns what does not fit', () => ({ bad: 1 }), 'The outcome does not fit a-completed: /bad: Is bad.'],
  ])('that %s leaves the job without an outcome, and says so in its log', async (_, broken, why) => {
    const handler = { ...failing(new JobError('GONE', 'No.')), onFailed: broken } as TestHandler;
    const { end, log } = await attempt(handler);
    expect(end).toMatchObject({ reason: 'GONE: No.', isFinal: true });
    expect(end).not.toHaveProperty('outcome');
    expect(log).toEqual([`onFailed failed, so that no outcome is sent: ${why}`]);
  });
});

describe('emit', () => {
  const emitting =
    (...keys: (string | undefined)[]): TestHandler =>
    async (_, job) => {
      for (const key of keys) await job.emit('a-found', { n: 1 }, { key });
      return {};
    };
  const idsOf = async (handler: TestHandler, number = 1): Promise<string[]> =>
    (await attempt(handler, { attempt: number })).sent.map(({ jobId }) => jobId);

  it('sends a message under an id that is the same at each attempt', async () => {
    const { sent } = await attempt(emitting(undefined));
    const jobId = expect.stringMatching(/^a-found\.[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(sent).toEqual([{ jobId: jobId as string, messageType: 'a-found', payload: { n: 1 } }]);
    expect(await idsOf(emitting(undefined), 2)).toEqual(sent.map((each) => each.jobId));
  });

  it('distinguishes messages by their number, or by their key', async () => {
    const numbered = await idsOf(emitting(undefined, undefined));
    const keyed = await idsOf(emitting('x', 'y', 'x'));
    expect(new Set([...numbered, ...keyed]).size).toBe(4);
    expect(keyed[2]).toBe(keyed[0]);
    expect(await idsOf(emitting('y', 'x'))).toEqual([keyed[1], keyed[0]]);
  });

  it.each([
    ['a payload that does not fit', 'a-found', { bad: 1 }],
    ['a message that the catalog does not list', 'a-request', {}],
  ])('refuses %s, which ends the job at once', async (_, type, payload) => {
    const { end, sent } = await attempt((__, job) => job.emit(type, payload));
    expect(end).toMatchObject({ end: 'failed', isFinal: true, error: expect.any(InvalidMessageError) as Error });
    expect(sent).toEqual([]);
  });
});

describe('A job that is to stop', () => {
  it('because it was cancelled fails for good with that reason, whatever its handler does', async () => {
    const signal = stopped('cancelled');
    for (const handler of [failing(new Error('No.')), (): unknown => ({})]) {
      const { end } = await attempt(handler, { signal });
      expect(end).toMatchObject({ end: 'failed', reason: 'cancelled', isFinal: true });
    }
    const cancel = new AbortController();
    const finished: TestHandler = () => {
      cancel.abort(new JobStop('cancelled'));
      return {};
    };
    expect((await attempt(finished, { signal: cancel.signal })).end).toMatchObject({ reason: 'cancelled' });
  });

  it('because its worker closes is left to another, unless it has ended all the same', async () => {
    const stopping = (run: () => unknown): Promise<unknown> => {
      const stop = new AbortController();
      const handler: TestHandler = () => {
        stop.abort(new JobStop('closing'));
        return run();
      };
      return attempt(handler, { signal: stop.signal }).then(({ end }) => end);
    };
    const rejected = (error: Error) => () => Promise.reject(error);
    expect(await stopping(rejected(new JobError('SLOW', 'Aborted.')))).toEqual({ end: 'interrupted' });
    expect(await stopping(() => ({}))).toEqual({ end: 'completed', outcome: {} });
    expect(await stopping(rejected(new JobError('GONE', 'No.')))).toMatchObject({ end: 'failed', isFinal: true });
  });
});

it('A JobError is known by other copies of the package', () => {
  const other = Object.assign(new Error('No.'), { [Symbol.for('worker-job-error')]: true, code: 'X' });
  expect(other).toBeInstanceOf(JobError);
  expect(other).not.toBeInstanceOf(InvalidMessageError);
  expect(new InvalidMessageError('No.', [])).toBeInstanceOf(JobError);
  expect(new Error('No.')).not.toBeInstanceOf(JobError);
});

it.each(['', ' '])('A JobError with the code %j is refused, with a word on what a code is', (code) => {
  expect(() => new JobError(code, 'No.')).toThrow(`code must be a text such as FILE_NOT_FOUND, got "${code}".`);
});
