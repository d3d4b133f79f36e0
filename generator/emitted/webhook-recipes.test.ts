import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';

/** The code of the README's section on webhooks, by its first line. */
let recipes: ReadonlyMap<string, string>;
let project: ScratchProject;
beforeAll(async () => {
  project = await createScratchProject(inject('tarball'), 'module');
  const readme = await readFile(join(inject('packageFolder'), 'README.md'), 'utf8');
  const section = /^## Webhooks$[^]*?^## /m.exec(readme)?.[0] ?? '';
  const codes = [...section.matchAll(/^```\w+\n(.*)\n([^]*?)^```$/gm)];
  recipes = new Map(codes.map(([, first = '', rest = '']) => [first.replace(/:.*| \{.*/, ''), `${first}\n${rest}`]));
  await project.write('receive.ts', recipes.get('import') ?? '');
  // Writes receive.js; that it compiles is a matter of another test.
  await project.typeCheck({ ...strictest, noEmit: false });
});
afterAll(() => project[Symbol.asyncDispose]());

/** Modules of this repository, for a project elsewhere. */
const require = createRequire(import.meta.url);
const expressUrl = pathToFileURL(require.resolve('express')).href;
const fastifyUrl = pathToFileURL(require.resolve('fastify')).href;

/** Sends webhooks to what the recipe makes, and prints the statuses of the answers. */
const send = `
import { signWebhook } from '@mesh-sync/worker-backend-client/webhooks';
import { receive } from './receive.js';
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const event = { type: 'file-download-completed', data: { originalJobId: '1', status: 'SUCCESS' } };
async function statuses(post) {
  const { headers, body } = await signWebhook(event, { secret });
  const newer = await signWebhook({ ...event, type: 'of-a-newer-backend' }, { secret });
  const wrong = await signWebhook({ ...event, data: { status: 1 } }, { secret });
  const answers = [];
  for (const each of [{ headers, body }, { headers, body: body + ' ' }, newer, wrong]) answers.push(await post(each));
  return answers;
}
const postTo = (url) => async (webhook) => (await fetch(url, { method: 'POST', ...webhook })).status;
`;

const express = (parser: string): string => `
import express from '${expressUrl}';
const app = express();
${parser}
RECIPE
const server = app.listen(0, '127.0.0.1', async () => {
  console.log(JSON.stringify(await statuses(postTo('http://127.0.0.1:' + server.address().port + '/hooks'))));
  server.close();
  server.closeAllConnections();
});`;

const fastify = `
import fastify from '${fastifyUrl}';
const app = fastify();
RECIPE
await app.listen({ port: 0, host: '127.0.0.1' });
console.log(JSON.stringify(await statuses(postTo('http://127.0.0.1:' + app.server.address().port + '/hooks'))));
app.server.closeAllConnections();
await app.close();`;

const next = `
RECIPE
const post = async (webhook) =>
  (await POST(new Request('http://localhost/hooks', { method: 'POST', ...webhook }))).status;
console.log(JSON.stringify(await statuses(post)));`;

const right = [204, 401, 202, 400];

describe('The recipes of the README', () => {
  it.each([
    { title: 'Express', recipe: '// Express', program: express(''), want: right },
    {
      title: 'Express, whose parser keeps the body raw',
      recipe: '// Express',
      program: express("app.use(express.raw({ type: '*/*' }));"),
      want: right,
    },
    {
      title: 'Express, whose parser keeps the raw body beside',
      recipe: '// Express',
      program: express(
        'app.use(express.json({ verify: (request, _response, body) => void (request.rawBody = body) }));',
      ),
      want: right,
    },
    {
      title: 'Express, whose parser leaves nothing raw',
      recipe: '// Express',
      program: express('app.use(express.json());'),
      want: [400, 400, 400, 400],
    },
    { title: 'Fastify', recipe: '// Fastify', program: fastify, want: right },
    { title: 'Next.js', recipe: '// Next.js', program: next, want: right },
  ])('receive webhooks: $title', async ({ recipe, program, want }) => {
    const code = recipes.get(recipe);
    expect(code).toBeDefined();
    expect(code?.trim().split('\n').length).toBeLessThanOrEqual(5);
    await project.write('main.js', send + program.replace('RECIPE', () => code ?? ''));
    const lines = (await project.node('main.js')).trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual(want);
  });
});
