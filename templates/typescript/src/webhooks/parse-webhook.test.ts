import { describe, expect, it } from 'vitest';
import { createWebhookParser } from './parse-webhook.js';
import { clock, now, otherSecret, parseGreeting, secret, signBody, signGreeting } from './_testing/greetings.js';
import { WebhookError, WebhookPayloadError, WebhookVerificationError } from './errors/index.js';
import type { SignedWebhook } from './sign-webhook.js';

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    (error: unknown) => error,
  );

describe('A webhook', () => {
  it('is read as an event that its type tells apart', async () => {
    const event = await parseGreeting(await signGreeting(), { secret, clock });
    expect(event).toEqual({
      type: 'greeting-sent',
      timestamp: new Date(now).toISOString(),
      data: { text: 'hello' },
      id: 'msg_1',
      jobId: '42',
    });
    expect(event.type === 'greeting-sent' ? event.data.text : event.data.at).toBe('hello');
  });

  it('has no jobId where the body has none, and may hold more than is known', async () => {
    const signed = await signBody(
      '{"type":"greeting-sent","timestamp":"2026-02-28T12:00:00Z","data":{"text":"a","more":1},"more":{}}',
    );
    expect(await parseGreeting(signed, { secret, clock })).toEqual({
      type: 'greeting-sent',
      timestamp: '2026-02-28T12:00:00Z',
      data: { text: 'a', more: 1 },
      id: 'msg_1',
    });
  });

  const headerCases: readonly (readonly [given: string, change: (signed: SignedWebhook) => object, reason: string])[] =
    [
      ['no id', ({ headers }) => ({ ...headers, 'webhook-id': undefined }), 'missing-header'],
      ['no timestamp', ({ headers }) => ({ ...headers, 'webhook-timestamp': undefined }), 'missing-header'],
      ['no signature', ({ headers }) => ({ ...headers, 'webhook-signature': undefined }), 'missing-header'],
      ['an empty id', ({ headers }) => ({ ...headers, 'webhook-id': ' ' }), 'missing-header'],
      ['a list of ids', ({ headers }) => ({ ...headers, 'webhook-id': ['msg_1', 'msg_2'] }), 'missing-header'],
      ['another id', ({ headers }) => ({ ...headers, 'webhook-id': 'msg_2' }), 'signature-mismatch'],
      [
        'another timestamp',
        ({ headers }) => ({ ...headers, 'webhook-timestamp': String(now / 1000 + 1) }),
        'signature-mismatch',
      ],
      ...['soon', '', '-1', '1.5', '1e9', '0x6AB4', 'NaN', `${now / 1000}, ${now / 1000}`, '9'.repeat(40)].map(
        (value) =>
          [
            `the timestamp "${value}"`,
            ({ headers }: SignedWebhook) => ({ ...headers, 'webhook-timestamp': value }),
            value === '' ? 'missing-header' : 'malformed-header',
          ] as const,
      ),
      ...['v1', 'v1,', 'v1,AAAA', 'v1,????', 'v2', 'v1,AAAA v2,AAAA', ',', 'AAAA', '\u{1f600}', 'v1, v1, v1,'].map(
        (value) =>
          [
            `the signature "${value}"`,
            ({ headers }: SignedWebhook) => ({ ...headers, 'webhook-signature': value }),
            'signature-mismatch',
          ] as const,
      ),
      [
        'a signature without its version',
        ({ headers }) => ({ ...headers, 'webhook-signature': headers['webhook-signature'].slice(3) }),
        'signature-mismatch',
      ],
      [
        'a signature of another version',
        ({ headers }) => ({ ...headers, 'webhook-signature': headers['webhook-signature'].replace('v1', 'v2') }),
        'unknown-version',
      ],
      [
        'signatures of other versions',
        ({ headers }) => ({ ...headers, 'webhook-signature': 'v1a,AAAA v2,AAAA' }),
        'unknown-version',
      ],
      [
        'a signature cut short',
        ({ headers }) => ({ ...headers, 'webhook-signature': headers['webhook-signature'].slice(0, -1) }),
        'signature-mismatch',
      ],
      [
        'a signature in lower case',
        ({ headers }) => ({ ...headers, 'webhook-signature': headers['webhook-signature'].toLowerCase() }),
        'signature-mismatch',
      ],
    ];
  it.each(headerCases)('is not believed with %s', async (_, change, reason) => {
    const signed = await signGreeting();
    const headers = change(signed) as Record<string, string>;
    const error = await failure(parseGreeting({ headers, body: signed.body }, { secret, clock }));
    expect(error).toBeInstanceOf(WebhookVerificationError);
    expect(error).toBeInstanceOf(WebhookError);
    expect(error).toMatchObject({ reason, status: 401, name: 'WebhookVerificationError' });
  });

  it('says by which versions it is signed, where none is known', async () => {
    const { headers, body } = await signGreeting();
    const request = { headers: { ...headers, 'webhook-signature': 'v1a,AAAA v2,AAAA v1a,BBBB' }, body };
    await expect(parseGreeting(request, { secret, clock })).rejects.toThrow('signed by version v1a, v2 alone');
  });

  it('is not believed with another body, even where it means the same', async () => {
    const { headers, body } = await signGreeting();
    for (const other of [body.replace('hello', 'hallo'), ` ${body}`, `${body}\n`, body.replace(':', ': '), '']) {
      const error = await failure(parseGreeting({ headers, body: other }, { secret, clock }));
      expect(error).toMatchObject({ reason: 'signature-mismatch' });
    }
  });

  it('is never read without options', async () => {
    const error = await failure(Reflect.apply(parseGreeting, undefined, [await signGreeting()]));
    expect(error).toMatchObject({ name: 'ConfigurationError', message: expect.stringMatching(/missing or empty/) });
  });

  it('is not believed with another secret, and no error shows one', async () => {
    const signed = await signGreeting();
    const error = await failure(parseGreeting(signed, { secret: otherSecret, clock }));
    expect(error).toMatchObject({ reason: 'signature-mismatch' });
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain(otherSecret.slice(6));
  });

  it.each([
    [301, 'timestamp-too-old'],
    [100_000, 'timestamp-too-old'],
    [-301, 'timestamp-too-new'],
    [-100_000, 'timestamp-too-new'],
  ])('is not believed %i s after it was sent', async (age, reason) => {
    const later = { now: (): number => now + age * 1000 };
    const error = await failure(parseGreeting(await signGreeting(), { secret, clock: later }));
    expect(error).toMatchObject({ reason, status: 401 });
  });

  it.each([300, 0, -300])('is believed %i s after it was sent', async (age) => {
    const later = { now: (): number => now + age * 1000 };
    expect(await parseGreeting(await signGreeting(), { secret, clock: later })).toMatchObject({ id: 'msg_1' });
  });

  it('is believed with any of several secrets and signatures', async () => {
    const { headers, body } = await signGreeting();
    const signature = headers['webhook-signature'];
    for (const secrets of [[secret, otherSecret], [otherSecret, secret], [secret]]) {
      for (const signatures of [signature, `v1,AAAA ${signature}`, `${signature} v1a,x`, `v2,y ${signature} v1,AAAA`]) {
        const request = { headers: { ...headers, 'webhook-signature': signatures }, body };
        expect(await parseGreeting(request, { secret: secrets, clock })).toMatchObject({ id: 'msg_1' });
      }
    }
  });

  it('is read where its header fields are lists of one', async () => {
    const { headers, body } = await signGreeting();
    const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
    expect(await parseGreeting({ headers: lists, body }, { secret, clock })).toMatchObject({ id: 'msg_1' });
  });

  it('is read whatever the case of its header names', async () => {
    const { headers, body } = await signGreeting();
    const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
    expect(await parseGreeting({ headers: upper, body }, { secret, clock })).toMatchObject({ id: 'msg_1' });
    expect(await parseGreeting({ headers: new Headers(upper), body }, { secret, clock })).toMatchObject({
      id: 'msg_1',
    });
  });

  it.each([
    ['', /missing or empty/],
    [[], /list is empty/],
    [['', secret], /missing or empty/],
    [[secret, 'whsec_'], /nothing after whsec_/],
    ['whsec_', /nothing after whsec_/],
    ['whsec_not base64!', /no base64/],
    ['whsec_QQQQQ', /no base64/],
    ['null', /fewer than 16 bytes/],
    ['AA==', /fewer than 16 bytes/],
    [`whsec_${btoa('fifteen bytes..')}`, /fewer than 16 bytes/],
    [undefined, /missing or empty/],
    [null, /missing or empty/],
    [{}, /missing or empty/],
  ])('is never read with the secret %j', async (unusable, message) => {
    const { headers, body } = await signGreeting();
    // What a caller without types may pass.
    const options = { secret: unusable, clock } as { secret: string };
    const error = await failure(parseGreeting({ headers, body }, options));
    expect(error).toMatchObject({ name: 'ConfigurationError', message: expect.stringMatching(message) as string });
  });
});

describe('The body of a webhook', () => {
  const event = (parts: object): string =>
    JSON.stringify({ type: 'greeting-sent', timestamp: '2026-02-28T12:00:00Z', data: { text: 'a' }, ...parts });
  const bodies: readonly (readonly [
    given: string,
    body: string | Uint8Array,
    reason: string,
    status: number,
    pointers: readonly string[],
  ])[] = [
    ['is empty', '', 'not-json', 400, []],
    ['is no JSON', '{"type":', 'not-json', 400, []],
    ['is no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'not-json', 400, []],
    ['is null', 'null', 'not-an-event', 400, ['']],
    ['is a list', '[]', 'not-an-event', 400, ['']],
    ['is a text', '"a"', 'not-an-event', 400, ['']],
    ['is empty braces', '{}', 'not-an-event', 400, ['/type', '/timestamp', '/data']],
    ['has a type that is no text', event({ type: 1 }), 'not-an-event', 400, ['/type']],
    ['has an empty type', event({ type: '' }), 'not-an-event', 400, ['/type']],
    ['has a timestamp that is none', event({ timestamp: 'today' }), 'not-an-event', 400, ['/timestamp']],
    ['has a jobId that is no text', event({ jobId: 42 }), 'not-an-event', 400, ['/jobId']],
    ['has no data', event({ data: undefined }), 'not-an-event', 400, ['/data']],
    [
      'inherits its type',
      '{"__proto__":{"type":"greeting-sent"},"timestamp":"2026-02-28T12:00:00Z","data":{}}',
      'not-an-event',
      400,
      ['/type'],
    ],
    ['has a type that is not known', event({ type: 'greeting-forgotten' }), 'unknown-type', 202, []],
    ['has the type __proto__', event({ type: '__proto__' }), 'unknown-type', 202, []],
    ['has the type toString', event({ type: 'toString' }), 'unknown-type', 202, []],
    ['has a type without end', event({ type: 'x'.repeat(100_000) }), 'unknown-type', 202, []],
    [
      'has data that does not fit',
      event({ data: { text: 1, copies: 'a' } }),
      'invalid-data',
      400,
      ['/data/text', '/data/copies'],
    ],
    [
      'has the data of another type',
      event({ data: { at: '2026-02-28T12:00:00Z' } }),
      'invalid-data',
      400,
      ['/data/text'],
    ],
    ['has null for data', event({ data: null }), 'invalid-data', 400, ['/data']],
    [
      'is nested without end',
      `{"type":"greeting-sent","timestamp":"2026-02-28T12:00:00Z","data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'invalid-data',
      400,
      ['/data'],
    ],
  ];
  it.each(bodies)('that %s is refused', async (_, body, reason, status, pointers) => {
    const error = await failure(parseGreeting(await signBody(body), { secret, clock }));
    expect(error).toBeInstanceOf(WebhookPayloadError);
    const { problems, message } = error as WebhookPayloadError;
    expect(error).toMatchObject({ reason, status, name: 'WebhookPayloadError' });
    expect(problems.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(message.length).toBeLessThan(500);
  });

  it('may hold a value that the schema does not list yet, but none of another kind', async () => {
    const newer = await signBody(event({ data: { text: 'a', tone: 'cool' } }));
    expect(await parseGreeting(newer, { secret, clock })).toMatchObject({ data: { tone: 'cool' } });
    const wrong = await signBody(event({ data: { text: 'a', tone: 5 } }));
    await expect(parseGreeting(wrong, { secret, clock })).rejects.toMatchObject({ reason: 'invalid-data' });
  });

  it('has an error of a few kilobytes, however much is wrong', async () => {
    const parse = createWebhookParser<{ list: unknown }>({
      list: { type: 'object', properties: { items: { items: { type: 'integer' } } }, additionalProperties: false },
    });
    const items = Array.from({ length: 90 }, () => 'a');
    for (const data of [{ items }, Object.fromEntries(items.map((_, index) => [`${index}`.repeat(1_000), 1]))]) {
      const error = await failure(
        parse(await signBody(event({ type: 'list', data })), { secret, clock, maxBytes: 1e6 }),
      );
      expect(error).toMatchObject({
        reason: 'invalid-data',
        message: expect.stringContaining('more problems') as string,
      });
      expect((error as Error).message.length).toBeLessThan(5_000);
    }
  });

  it('is believed before it is read: one that is no JSON and not signed is a matter of the signature', async () => {
    const { headers } = await signGreeting();
    const error = await failure(parseGreeting({ headers, body: '{' }, { secret, clock }));
    expect(error).toMatchObject({ reason: 'signature-mismatch' });
  });

  it('names the message type that its data does not fit', async () => {
    const error = await failure(parseGreeting(await signBody(event({ data: 1 })), { secret, clock }));
    expect(error).toMatchObject({ messageType: 'greeting-sent' });
  });
});
