import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { InvalidArgumentError, ValidationError } from '../errors/index.js';
import type { JobResponse } from '../job.js';
import { enqueued, jobIn } from '../transport/_scripted-fetch.js';
import type { Validate } from '../validation.js';
import { createTestClient, outcomeOf, type Payloads, type Received } from './_test-client.js';

const resize: JobResponse<'resize'> = { success: true, jobId: '1', messageName: 'resize', queue: 'images' };
const notify: JobResponse<'notify'> = { success: true, jobId: '1', messageName: 'notify', queue: 'texts' };

describe('waitFor', () => {
  it('types data as the payload, and the result as that of the outcome', async () => {
    const { client } = createTestClient([enqueued, jobIn('completed', { returnvalue: { width: 5 } })]);
    const job = await client.sendToQueue('resize', { image: 'a' });
    const finished = await client.waitFor(job);
    expectTypeOf(finished.data).toEqualTypeOf<Received['resize']>();
    expectTypeOf(finished.returnvalue).toEqualTypeOf<Received['resized'] | null | undefined>();
    expectTypeOf(finished.state).toEqualTypeOf<'completed'>();
    expect(finished.returnvalue).toEqual({ width: 5 });
  });

  it('knows nothing of a result for which no outcome is linked', async () => {
    const { client } = createTestClient([jobIn('completed', { name: 'notify', returnvalue: 5 })]);
    const finished = await client.waitFor(notify);
    expectTypeOf(finished.data).toEqualTypeOf<Payloads['notify']>();
    expectTypeOf(finished.returnvalue).toEqualTypeOf<unknown>();
    expect(finished.returnvalue).toBe(5);
  });

  const problems = [{ pointer: '/width', message: 'must be a number.' }];

  it('checks the result where validation is on', async () => {
    const validate = vi.fn<Validate>(() => problems);
    const { client } = createTestClient([jobIn('completed', { returnvalue: { width: 'wide' } })], { validate });
    const outcome = await outcomeOf(client.waitFor(resize));
    expect(outcome).toBeInstanceOf(ValidationError);
    expect(outcome).toMatchObject({
      problems,
      jobId: '1',
      messageType: 'resized',
      message: 'The result of job 1 does not fit resized: /width: must be a number.',
    });
    expect(validate.mock.calls).toEqual([['resized', { width: 'wide' }]]);
  });

  it.each<{ name: string; job: JobResponse<'resize'> | JobResponse<'notify'>; returnvalue: unknown }>([
    { name: 'null', job: resize, returnvalue: null },
    { name: 'absent', job: resize, returnvalue: undefined },
    { name: 'of a message without outcome', job: notify, returnvalue: 5 },
  ])('checks no result that is $name', async ({ job, returnvalue }) => {
    const validate = vi.fn<Validate>(() => problems);
    const { client } = createTestClient([jobIn('completed', { name: job.messageName, returnvalue })], { validate });
    expect(await outcomeOf(client.waitFor<'resize' | 'notify'>(job))).toMatchObject({ state: 'completed' });
    expect(validate).not.toHaveBeenCalled();
  });

  it.each(['toString', '__proto__', 'constructor'])('takes %s for no message with an outcome', async (messageName) => {
    const validate = vi.fn<Validate>(() => problems);
    const { client } = createTestClient([jobIn('completed', { name: messageName, returnvalue: 5 })], { validate });
    const job = { ...resize, messageName } as JobResponse<string> as JobResponse<'resize'>;
    expect(await outcomeOf(client.waitFor(job))).toMatchObject({ state: 'completed' });
  });
});

describe('A job of another message under the id of the one that was enqueued', () => {
  it.each(['active', 'completed', 'failed'])('%s says that the other is gone', async (state) => {
    const { client } = createTestClient([jobIn(state, { name: 'notify', returnvalue: { width: 5 } })]);
    expect(await outcomeOf(client.waitFor(resize))).toMatchObject({
      name: 'JobRemovedError',
      message:
        'Job 1 is gone from the queue, its id is now that of a job of notify: whether it completed or failed is not known.',
    });
  });

  it('is of no matter to who waits for the id', async () => {
    const { client } = createTestClient([jobIn('completed', { name: 'notify' })]);
    expect(await client.waitForJob('1')).toMatchObject({ name: 'notify' });
  });
});

describe('waitForJob', () => {
  it.each(['', '..', undefined, 7])('refuses the job id %j', async (jobId) => {
    const { client, requests, clock } = createTestClient([jobIn('completed')]);
    await expect(client.waitForJob(jobId as string)).rejects.toBeInstanceOf(InvalidArgumentError);
    expect(requests).toEqual([]);
    expect(clock.pending).toEqual([]);
  });

  it('does not validate: it does not know the message', async () => {
    const validate = vi.fn<Validate>(() => [{ pointer: '', message: 'is wrong.' }]);
    const { client } = createTestClient([jobIn('completed', { returnvalue: 5 })], { validate });
    const finished = await client.waitForJob('1');
    expectTypeOf(finished.returnvalue).toEqualTypeOf<unknown>();
    expect(finished.returnvalue).toBe(5);
  });
});
