import { describe, expect, it, vi } from 'vitest';
import { apiKey, createTestClient, outcomeOf } from './client/_test-client.js';
import type { Logger } from './log.js';
import { enqueued, refused, type Step } from './transport/_scripted-fetch.js';

/** A logger that keeps what it is given. */
function keepingLogger(): { logger: Logger; lines: string[]; details: unknown[] } {
  const lines: string[] = [];
  const details: unknown[] = [];
  const keep =
    (level: string) =>
    (message: string, more: object): void => {
      lines.push(`${level} ${message}`);
      details.push(more);
    };
  const logger = { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
  return { logger, lines, details };
}

describe('A logger', () => {
  const url = 'POST http://backend.test/api/jobs/resize';
  const run = async (steps: readonly Step[]) => {
    const kept = keepingLogger();
    const { client, clock } = createTestClient(steps, { logger: kept.logger });
    const outcome = outcomeOf(client.sendToQueue('resize', { image: 'a', token: 't0ken-value' }));
    await clock.advance(60_000);
    await outcome;
    return kept;
  };

  it('is told of each exchange, of what is repeated and of what failed', async () => {
    const { lines } = await run([refused(), { status: 400, body: { error: 'too wide' } }]);
    expect(lines).toEqual([
      `debug worker backend: ${url}, attempt 1`,
      `warn worker backend: ${url}, attempt 1: No answer from the worker backend while enqueueing resize: connect ECONNREFUSED Again in 500 ms.`,
      `debug worker backend: ${url}, attempt 2`,
      `debug worker backend: ${url}, attempt 2: HTTP 400 in 0 ms`,
      `error worker backend: ${url}, attempt 2: HTTP 400 while enqueueing resize: too wide`,
    ]);
  });

  it('is told no secret', async () => {
    const { lines, details } = await run([{ status: 400, body: { error: `${apiKey} t0ken-value` } }]);
    expect(JSON.stringify([lines, details])).not.toMatch(`${apiKey}|t0ken-value`);
  });

  it('that throws loses no job', async () => {
    const fail = (): never => {
      throw new Error('disk full');
    };
    const { client } = createTestClient([enqueued], { logger: { debug: fail, info: fail, warn: fail, error: fail } });
    expect(await client.sendToQueue('notify', { text: 'a' })).toMatchObject({ jobId: '1' });
  });

  it('that is async delays no job, and ends no process where it rejects', async () => {
    const unheard = vi.fn<(reason: unknown) => void>();
    process.on('unhandledRejection', unheard);
    const fail = (): Promise<never> => Promise.reject(new Error('disk full'));
    const never = (): Promise<never> => new Promise(() => undefined);
    try {
      for (const method of [fail, never]) {
        const logger = { debug: method, info: method, warn: method, error: method };
        const { client, clock } = createTestClient([enqueued], { logger });
        const outcome = outcomeOf(client.sendToQueue('notify', { text: 'a' }));
        await clock.advance(0);
        expect(await outcome).toMatchObject({ jobId: '1' });
      }
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      expect(unheard).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', unheard);
    }
  });
});
