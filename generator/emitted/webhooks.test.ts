import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';

let esm: ScratchProject;
let commonjs: ScratchProject;

beforeAll(async () => {
  [esm, commonjs] = await Promise.all([
    createScratchProject(inject('tarball'), 'module'),
    createScratchProject(inject('tarball'), 'commonjs'),
  ]);
});
afterAll(() => Promise.all([esm, commonjs].map((each) => each[Symbol.asyncDispose]())));

const name = '@mesh-sync/worker-backend-client/webhooks';
const body = `
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const main = async () => {
  const signed = await signWebhook({ type: 'file-download-completed', data: { status: 'SUCCESS' }, jobId: '42' }, { secret });
  const { type, data, jobId } = await parseWebhook(new Request('http://a.example', { method: 'POST', ...signed }), { secret });
  const wrong = await signWebhook({ type: 'file-download-completed', data: { status: 1 } }, { secret });
  const error = await parseWebhook(wrong, { secret }).catch((each) => each);
  console.log(JSON.stringify({ type, data, jobId, isPayloadError: error instanceof WebhookPayloadError, reason: error.reason }));
};
main();
`;

describe('Webhooks in the package', () => {
  it.each([
    ['an ES module', () => esm, `import { parseWebhook, signWebhook, WebhookPayloadError } from '${name}';`],
    [
      'a CommonJS module',
      () => commonjs,
      `const { parseWebhook, signWebhook, WebhookPayloadError } = require('${name}');`,
    ],
  ])('are signed and read by %s', async (_, project, head) => {
    await project().write('main.js', head + body);
    expect(JSON.parse(await project().node('main.js'))).toEqual({
      type: 'file-download-completed',
      data: { status: 'SUCCESS' },
      jobId: '42',
      isPayloadError: true,
      reason: 'invalid-data',
    });
  });

  const accepted = `import { parseWebhook, signWebhook, type WebhookEvent } from '${name}';
declare const event: WebhookEvent;
if (event.type === 'file-download-completed') {
  const status: string | undefined = event.data.status;
  void status;
}
export const ids: [string, string | undefined, string] = [event.id, event.jobId, event.timestamp];
void parseWebhook({ headers: { 'webhook-id': '1' }, body: '{}' }, { secret: ['a', 'b'], maxBytes: undefined, clock: undefined });
void signWebhook({ type: 'file-download-completed', data: { status: 'SUCCESS' } }, { secret: 'a', id: undefined, timestamp: new Date() });
`;
  it.each([
    ['no types of any platform', { types: [] }, ''],
    ['the DOM', { types: [], lib: ['ES2022', 'DOM'] }, `void parseWebhook(new Request(''), { secret: 'a' });\n`],
    [
      'Node',
      {},
      `import { createServer } from 'node:http';
createServer((request) => void parseWebhook(request, { secret: 'a' }));
void parseWebhook(new Request(''), { secret: 'a' });\n`,
    ],
  ])('compile with %s', async (_, options, more) => {
    await esm.write('main.ts', accepted + more);
    expect(await esm.typeCheck({ ...strictest, ...options })).toBe('');
  });

  it.each([
    ['no options', `void parseWebhook({ headers: {}, body: '' });`],
    ['no secret', `void parseWebhook({ headers: {}, body: '' }, {});`],
    ['an undefined secret', `void parseWebhook({ headers: {}, body: '' }, { secret: process.env['SECRET'] });`],
    [
      'an option to turn verification off',
      `void parseWebhook({ headers: {}, body: '' }, { secret: 'a', verify: false });`,
    ],
    ['a parsed body', `void parseWebhook({ headers: {}, body: { type: 'a' } }, { secret: 'a' });`],
    ['a type that does not exist', `void signWebhook({ type: 'file-download', data: {} }, { secret: 'a' });`],
    [
      'data of another type',
      `void signWebhook({ type: 'file-download-completed', data: { query: 'a' } }, { secret: 'a' });`,
    ],
  ])('do not compile with %s', async (_, line) => {
    await esm.write(
      'main.ts',
      `import { parseWebhook, signWebhook } from '${name}';\nexport const used = [parseWebhook, signWebhook];\n// @ts-expect-error\n${line}\n`,
    );
    expect(await esm.typeCheck(strictest)).toBe('');
  });
});
