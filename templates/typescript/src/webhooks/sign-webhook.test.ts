import { describe, expect, it } from 'vitest';
import { now, otherSecret, secret } from './_testing/greetings.js';
import { signEvent } from './sign-webhook.js';

const event = { type: 'greeting-sent', data: { text: 'hello' } };

describe('A signed webhook', () => {
  it('has the headers and the body of Standard Webhooks', async () => {
    const timestamp = new Date(now + 999);
    const { headers, body } = await signEvent({ ...event, jobId: '42' }, { secret, id: 'msg_1', timestamp });
    expect(headers).toEqual({
      'content-type': 'application/json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(now / 1000),
      'webhook-signature': expect.stringMatching(/^v1,[\w+/]{43}=$/) as string,
    });
    expect(JSON.parse(body)).toEqual({ ...event, timestamp: timestamp.toISOString(), jobId: '42' });
  });

  it('has an id of its own by default', async () => {
    const [first, second] = await Promise.all([signEvent(event, { secret }), signEvent(event, { secret })]);
    expect(first.headers['webhook-id']).toMatch(/^msg_[\w-]+$/);
    expect(first.headers['webhook-id']).not.toBe(second.headers['webhook-id']);
  });

  it('has a signature for each secret', async () => {
    const { headers } = await signEvent(event, { secret: [secret, otherSecret] });
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    expect(new Set(headers['webhook-signature'].split(' ')).size).toBe(2);
  });

  it.each([
    [{ secret: '' }, 'ConfigurationError'],
    [{ secret: [] }, 'ConfigurationError'],
    [{ secret, id: '' }, 'InvalidArgumentError'],
    [{ secret, id: 'a.b' }, 'InvalidArgumentError'],
    [{ secret, id: 'a b' }, 'InvalidArgumentError'],
    [{ secret, id: 'a\nb' }, 'InvalidArgumentError'],
    [{ secret, timestamp: new Date(Number.NaN) }, 'InvalidArgumentError'],
    [{ secret, timestamp: new Date(-1) }, 'InvalidArgumentError'],
  ])('is not made with %j', async (options, name) => {
    await expect(signEvent(event, options)).rejects.toMatchObject({ name });
  });

  it('is not made of data that is no JSON', async () => {
    await expect(signEvent({ type: 'greeting-sent', data: 1n }, { secret })).rejects.toMatchObject({
      name: 'InvalidArgumentError',
    });
  });
});
