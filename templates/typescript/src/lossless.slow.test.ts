import { afterEach, describe, expect, it } from 'vitest';
import { clientsByTransport } from './_test-client.js';
import { InvalidResponseError, OutcomeUnknownError } from './runtime/errors/index.js';
import type { Fault } from './testing/fault.js';
import { startBackend, type AnyBackend } from './testing/start-backend.js';

const jobs = 5_000;

/** How a backend, or a gateway in front of it, may fail to answer; what takes time is left to the table of faults. */
const faults: readonly Fault[] = [
  ...[408, 500, 502, 503, 504].flatMap((status): Fault[] => [
    { kind: 'status', status, stage: 'before' },
    { kind: 'status', status, stage: 'after' },
  ]),
  { kind: 'status', status: 425 },
  { kind: 'retry-after', delay: 2, format: 'milliseconds' },
  { kind: 'retry-after', delay: 0, format: 'seconds', status: 429 },
  { kind: 'retry-after', delay: 0, format: 'http-date' },
  { kind: 'redirect', location: '/elsewhere', status: 302 },
  { kind: 'compressed' },
  { kind: 'status', status: 201, body: { success: true, jobId: '1', messageName: 'another' }, stage: 'after' },
  { kind: 'status', status: 201, body: { success: 'false' }, stage: 'after' },
  { kind: 'delay', delay: 1 },
  { kind: 'delay', delay: 1, stage: 'after' },
  { kind: 'trickle', interval: 1, bytes: 64 },
  { kind: 'reset' },
  { kind: 'reset', stage: 'after' },
  { kind: 'reset', at: 'body' },
  { kind: 'hang-up' },
  { kind: 'hang-up', stage: 'after' },
  { kind: 'cut-off' },
  ...(['text', 'truncated-json', 'empty', 'html', 'null', 'array'] as const).flatMap((body): Fault[] => [
    { kind: 'malformed', body, stage: 'before' },
    { kind: 'malformed', body, stage: 'after' },
  ]),
  { kind: 'not-http' },
  { kind: 'not-http', stage: 'after' },
  { kind: 'success-false' },
  { kind: 'missing-job-id' },
];

/** Numbers from 0 up to 1, the same in every run: mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

let backend: AnyBackend;
afterEach(() => backend.close());

/** Sends every job once, as a caller without any care does, and counts what came of it. */
async function sendAll(Client: (typeof clientsByTransport)[number]['Client'], features: false | undefined) {
  const random = randomNumbers(20_261_124);
  const isFaulty = (): boolean => random() < 1 / 8;
  backend = await startBackend({
    features,
    // Those that wait for the answer to the question what the backend can do share it: it is not what is counted here.
    faults: ({ method }) =>
      method === 'POST' && isFaulty() ? faults[Math.floor(random() * faults.length)] : undefined,
  });
  const client = new Client({ baseUrl: backend.url, retryDelay: 2 });
  const counts = { well: 0, unknown: 0, refused: 0, doubled: 0, lost: 0, 'stored though refused': 0 };
  const errors: unknown[] = [];
  const work = async (): Promise<void> => {
    while (errors.length < jobs) {
      const index = errors.push(undefined) - 1;
      const options = { idempotencyKey: `job ${index}` };
      await client.sendToQueue('demo-request', { index }, options).catch((error: unknown) => (errors[index] = error));
    }
  };
  await Promise.all(Array.from({ length: 64 }, work));
  const stored = new Map<string | undefined, number>();
  for (const { idempotencyKey } of backend.stored) stored.set(idempotencyKey, (stored.get(idempotencyKey) ?? 0) + 1);
  for (const [index, error] of errors.entries()) {
    const times = stored.get(`job ${index}`) ?? 0;
    if (times > 1) counts.doubled += 1;
    if (error === undefined) counts[times === 0 ? 'lost' : 'well'] += 1;
    else if (error instanceof OutcomeUnknownError || isUnreadable(error)) counts.unknown += 1;
    else counts[times === 0 ? 'refused' : 'stored though refused'] += 1;
  }
  return counts;
}

/** Whether the backend answered with what says nothing of the job. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof InvalidResponseError && (error.body as { success?: unknown } | undefined)?.success !== false;

describe.each(clientsByTransport)('5,000 jobs through a backend that misbehaves, on $transport', ({ Client }) => {
  const never = { doubled: 0, lost: 0, 'stored though refused': 0 };

  it('and does not say what it can do: none is doubled, lost or reported as refused though it exists', async () => {
    const counts = await sendAll(Client, false);
    expect(counts).toMatchObject(never);
    expect(counts.well).toBeGreaterThan(jobs * 0.85);
    // The faults that leave a job open came up.
    expect(counts.unknown).toBeGreaterThan(jobs * 0.05);
  }, 300_000);

  it('and honours keys: nearly all end well besides', async () => {
    const counts = await sendAll(Client, undefined);
    expect(counts).toMatchObject(never);
    // What no repetition mends came up too: a redirect, and a refusal in words.
    expect(counts.well).toBeGreaterThan(jobs * 0.98);
  }, 300_000);
});
