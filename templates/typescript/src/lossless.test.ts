import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientsByTransport } from './_test-client.js';
import { WorkerClientError } from './runtime/errors/index.js';
import { mapConcurrently } from './runtime/client/send-all.js';
import type { Fault } from './testing/fault.js';
import { startBackend, type AnyBackend } from './testing/start-backend.js';

const jobs = 10_000;

/** Every way in which the testing backend misbehaves that a caller with one key a job must get over. */
const faults: readonly Fault[] = [
  ...[408, 425, 429, 500, 502, 503, 504].flatMap((status): Fault[] => [
    { kind: 'status', status, stage: 'before' },
    { kind: 'status', status, stage: 'after' },
  ]),
  { kind: 'retry-after', delay: 2, format: 'milliseconds' },
  { kind: 'retry-after', delay: 0, format: 'seconds', status: 429 },
  { kind: 'retry-after', delay: 0, format: 'http-date' },
  { kind: 'redirect', location: '/elsewhere', status: 302 },
  { kind: 'redirect', location: '/elsewhere', status: 307, stage: 'after' },
  { kind: 'delay', delay: 1 },
  { kind: 'delay', delay: 1, stage: 'after' },
  { kind: 'stall', at: 'headers' },
  { kind: 'stall', at: 'headers', stage: 'after' },
  { kind: 'stall', at: 'body' },
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
beforeEach(async () => {
  const random = randomNumbers(20_261_124);
  backend = await startBackend({
    faults: () => (random() < 1 / 3 ? faults[Math.floor(random() * faults.length)] : undefined),
  });
});
afterEach(() => backend.close());

describe.each(clientsByTransport)(
  '10,000 jobs through a backend that fails a third of its answers, on $transport',
  ({ Client }) => {
    it('are neither lost nor doubled', { timeout: 300_000 }, async () => {
      const client = new Client({
        baseUrl: backend.url,
        honorsIdempotencyKey: true,
        timeout: 200,
        maxRetries: 5,
        retryDelay: 2,
        retryBudget: false,
      });
      const reasons = new Set<string>();
      /** What a careful caller does with an error: the same message again, under the same key. */
      const enqueue = async (index: number): Promise<string> => {
        for (;;) {
          try {
            const { jobId } = await client.sendToQueue('demo-request', { index }, { idempotencyKey: `job ${index}` });
            return jobId;
          } catch (error) {
            if (!(error instanceof WorkerClientError)) throw error;
            reasons.add(error.name);
          }
        }
      };
      const indexes = Array.from({ length: jobs }, (_, index) => index);
      const ids = await mapConcurrently(indexes, 64, enqueue);

      expect(backend.stored).toHaveLength(jobs);
      expect(new Set(backend.stored.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(jobs);
      const stored = new Map(backend.stored.map(({ jobId, data }) => [jobId, data]));
      expect(ids.map((id) => stored.get(id))).toEqual(indexes.map((index) => ({ index })));
      // The faults that no retry may get over came up too.
      expect(reasons).toContain('HttpError');
      expect(reasons).toContain('InvalidResponseError');
    });
  },
);
