import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsByTransport, FetchClient } from './_test-client.js';
import type { WorkerClientConfig } from './runtime/configuration.js';
import type { Fetch } from './runtime/transport/fetch.js';

/** Every secret of the run. Each of its words is searched for alone, so that a part that gets through is found too. */
const secrets = {
  apiKey: 'kkAlpha1/kkBravo2+kkCharlie3==',
  header: 'hhAlpha1&hhBravo2"hhCharlie3',
  hook: 'qqAlpha1-qqBravo2-qqCharlie3',
  accessToken:
    '-----BEGIN PRIVATE KEY-----\nppAlpha1ppBravo2/pp+\nppCharlie3ppDelta4/pp+Echo5==\n-----END PRIVATE KEY-----\n',
};
const words = /(?:kk|hh|qq|pp)(?:Alpha1|Bravo2|Charlie3|Delta4)/;

const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const escaped = (text: string, escape: (code: number) => string): string =>
  text.replaceAll(/[^\w ]/g, (character) => escape(character.charCodeAt(0)));
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll("'", '&#39;');
const hex = (code: number): string => code.toString(16).padStart(4, '0');

const spellings: readonly (readonly [title: string, spell: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['in JSON', json],
  ['in JSON within JSON', (text) => json(json(text))],
  ['in JSON with escaped slashes', (text) => json(text).replaceAll('/', '\\/')],
  ['in JSON with every sign escaped', (text) => escaped(text, (code) => `\\u${hex(code)}`)],
  ['the same in capitals, within JSON', (text) => json(escaped(text, (code) => `\\u${hex(code).toUpperCase()}`))],
  ['in HTML', html],
  ['in HTML twice', (text) => html(html(text))],
  ['in HTML by decimal numbers', (text) => escaped(text, (code) => `&#${code};`)],
  ['in HTML by hexadecimal numbers', (text) => escaped(text, (code) => `&#x${code.toString(16).toUpperCase()};`)],
  ['in HTML within JSON', (text) => json(html(text)).replaceAll('&', '\\u0026')],
  ['in a URL', encodeURIComponent],
  ['in a URL twice', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['in a URL in small letters', (text) => encodeURIComponent(text).replaceAll(/%../g, (code) => code.toLowerCase())],
  ['in a form', (text) => new URLSearchParams({ a: text }).toString().slice(2)],
  ['in JSON within a URL', (text) => encodeURIComponent(json(text))],
  ['with line breaks of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['with spaces for line breaks', (text) => text.replaceAll('\n', ' ')],
  ['without line breaks', (text) => text.replaceAll('\n', '')],
  ['wrapped', (text) => text.replaceAll(/.{9}/g, '$&\n  ')],
  ['by its first line alone', (text) => text.split('\n')[0] ?? ''],
  ['by its second line alone', (text) => text.split('\n')[1] ?? ''],
  ['by its third line alone', (text) => text.split('\n')[2] ?? ''],
];

const { signal: never } = new AbortController();
/** A question on the backend itself is not about a payload; nothing is repeated in its answer. */
const isAboutJobs = (url: string): boolean => url.includes('/api/jobs/');
const server = createServer((request, response) => {
  if (!isAboutJobs(request.url ?? '')) return void response.writeHead(404).end();
  const { status, headers, body } = JSON.parse(
    Buffer.from(String(request.headers['x-answer']), 'base64').toString(),
  ) as Answer;
  return void request.resume().once('end', () => response.writeHead(status, headers).end(body));
});
let baseUrl: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** What the backend is asked to answer. */
interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

const answers: readonly (readonly [title: string, answer: (echo: string) => Answer])[] = [
  ['a text', (echo) => ({ status: 400, body: `failed with ${echo}` })],
  ['an HTML page', (echo) => ({ status: 500, body: `<html lang="en"><p title="${echo}">${echo}</p></html>` })],
  ['JSON', (echo) => ({ status: 401, body: JSON.stringify({ error: { message: `no ${echo}` } }) })],
  ['JSON with names', (echo) => ({ status: 429, body: JSON.stringify({ [echo]: [{ [echo]: `is ${echo}.` }] }) })],
  ['JSON cut short', (echo) => ({ status: 503, body: `{"error":"no","body":"{\\"a\\":\\"${echo}\\"` })],
  ['a success that is none', (echo) => ({ status: 200, body: JSON.stringify({ success: echo }) })],
  [
    'a success of another message',
    (echo) => ({ status: 200, body: JSON.stringify({ success: true, jobId: '1', messageName: echo }) }),
  ],
  ['a refusal', (echo) => ({ status: 200, body: JSON.stringify({ success: false, error: echo }) })],
  [
    'header fields',
    (echo) => ({ status: 302, headers: { location: `/?a=${header(echo)}`, 'x-a': header(echo) }, body: '' }),
  ],
];

/** What a header field can carry of a text. */
function header(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** Everything that a call shows: what it throws, and what its hooks are given. */
function watched(answer: Answer): { config: WorkerClientConfig; shown: () => string } {
  const outputs: unknown[] = [];
  const keep = (event: unknown): void => void outputs.push(event);
  const hooks = {
    onRequest: (event: object) => (keep(event), { 'x-auth-token': secrets.hook }),
    onResponse: keep,
    onRetry: keep,
    onError: keep,
  };
  const headers = {
    'x-answer': Buffer.from(JSON.stringify(answer)).toString('base64'),
    cookie: `lang=en; session=${secrets.header}`,
  };
  const config = { baseUrl, apiKey: secrets.apiKey, hooks, headers, maxRetries: 1, retryDelay: 1 };
  const shown = (): string =>
    outputs
      .flatMap((output) => [inspect(output, { depth: 20, showHidden: true }), JSON.stringify(output)])
      // What was asked for is the test's own.
      .join('\n')
      .replaceAll(headers['x-answer'], '');
  return { config, shown };
}

describe.each(spellings)('No secret is shown that a backend repeats %s', (_, spell) => {
  const echo = Object.values(secrets).map(spell).join(' , ');

  describe.each(clientsByTransport)('to a client on $transport', ({ Client }) => {
    it.each(answers)('in %s', async (__, answer) => {
      const { config, shown } = watched(answer(echo));
      const client = new Client(config);
      const { accessToken } = secrets;
      await expect(client.sendToQueue('demo-request', { accessToken, list: [accessToken] })).rejects.toThrow(/\w/);
      expect(shown()).toContain('demo-request');
      expect(shown()).not.toMatch(words);
    });

    it('in what became of a job', async () => {
      const [failedReason, stacktrace, logs] = [`no ${echo}`, [`at ${echo}`], { [echo]: echo }];
      const job = { jobId: '1', name: 'demo-request', queue: 'q', state: 'failed', timestamp: 1 };
      const data = { accessToken: secrets.accessToken };
      const body = JSON.stringify({ ...job, data, failedReason, stacktrace, logs, opts: { jobId: echo } });
      const { config, shown } = watched({ status: 200, body });
      const waiting = new Client(config).waitForJob('1', { signal: never });
      const error: unknown = await waiting.catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'JobFailedError', job: { ...job, data: { accessToken: '[redacted]' } } });
      // A header field of a hook goes with one request; the job is read by another.
      expect(inspect(error, { depth: 20, showHidden: true }) + shown()).not.toMatch(/(?:kk|hh|pp)(?:Alpha1|Bravo2)/);
    });

    it('in an answer that quotes a secret of its own', async () => {
      const { accessToken } = secrets;
      const body = JSON.stringify({ success: false, data: { accessToken }, error: `no ${spell(accessToken)}` });
      const { config, shown } = watched({ status: 200, body });
      await expect(new Client(config).getJobStatus('1')).rejects.toThrow('success: false');
      expect(shown()).not.toMatch(words);
    });
  });

  it('in what a custom fetch throws', async () => {
    const { config, shown } = watched({ status: 200, body: '' });
    const cause = Object.assign(new Error(`inner ${echo}`), { config: { headers: { a: echo } } });
    const fetch: Fetch = async (url) => {
      if (isAboutJobs(url)) throw new TypeError(`fetch failed: ${echo}`, { cause });
      return new Response('', { status: 404 });
    };
    const { accessToken } = secrets;
    const sending = new FetchClient({ ...config, fetch }).sendToQueue('demo-request', { accessToken });
    await expect(sending).rejects.toThrow('demo-request');
    expect(shown()).not.toMatch(words);
  });
});
