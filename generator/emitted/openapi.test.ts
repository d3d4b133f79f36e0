import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Json } from '../json.js';
import { readModel, renderTarget } from '../testing/render-target.js';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';

const run = promisify(execFile);
const programs = join(import.meta.dirname, 'platforms/node_modules/.bin');
/** Whether a reader of OpenAPI is installed; where all platforms are asked for, a missing one fails its test. */
const isMissing = (name: string): boolean =>
  process.env['ALL_PLATFORMS'] === undefined && !existsSync(join(programs, name));

const catalogs = [
  'catalog',
  ...[
    'documents',
    'hostile-text',
    'non-latin-names',
    'recursive-reference',
    'quoted-names',
    'conditional-properties',
  ].map((feature) => `generator/fixtures/${feature}/catalog`),
];

let folder: string;
let project: ScratchProject;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openapi-'));
  for (const [index, catalog] of catalogs.entries())
    await writeFile(join(folder, `${index}.json`), await documentOf(catalog));
  project = await createScratchProject(inject('tarball'), 'module');
});
afterAll(() => Promise.all([rm(folder, { recursive: true }), project[Symbol.asyncDispose]()]));

async function documentOf(catalog: string): Promise<string> {
  return (await renderTarget(await readModel(catalog), 'openapi')).get('openapi.json') ?? '';
}

describe('The document of OpenAPI', () => {
  it.skipIf(isMissing('redocly'))(
    'has no error and no warning that Redocly finds (needs: npm ci --prefix generator/emitted/platforms)',
    async () => {
      const files = catalogs.map((_, index) => `${index}.json`);
      const { stdout } = await run(join(programs, 'redocly'), ['lint', '--format=json', ...files], {
        cwd: folder,
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
        maxBuffer: 100_000_000,
      }).catch((error: { stdout: string }) => error);
      // It prints one object for each file, with nothing between.
      const reports = JSON.parse(`[${stdout.replaceAll(/^\}\{$/gm, '},{')}]`) as { problems: { message: string }[] }[];
      expect(reports.map(({ problems }) => problems.map(({ message }) => message))).toEqual(catalogs.map(() => []));
    },
  );

  it.skipIf(isMissing('openapi-typescript'))(
    'gives the types of the package when openapi-typescript reads it (needs: npm ci --prefix generator/emitted/platforms)',
    async () => {
      const read = [0, 1, 2];
      for (const index of read)
        await run(join(programs, 'openapi-typescript'), [`${index}.json`, '--output', `${index}.ts`], { cwd: folder });
      await run('cp', [...read.map((index) => join(folder, `${index}.ts`)), project.folder]);
      const { messages } = await readModel('catalog');
      const names = messages.map(({ payload }) => payload.name);
      const examples = messages.flatMap(({ payload, examples: all }) =>
        all.map((example) => `const _: components['schemas']['${payload.name}'] = ${text(example.payload)};`),
      );
      await project.write(
        'main.ts',
        `import type * as package_ from '@mesh-sync/worker-backend-client';
import type { components, operations, paths, webhooks } from './0.js';
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
${names.map((name) => `export const same${name}: Same<components['schemas']['${name}'], package_.${name}> = true;`).join('\n')}
${examples.map((example, index) => example.replace('_', `example${index}`).replace('const', 'export const')).join('\n')}
export type Body = operations['fileDownloadRequest']['requestBody']['content']['application/json'];
export const body: Same<Body, package_.FileDownloadRequestMessage> = true;
export type Job = paths['/api/jobs/file-download-request']['post']['responses']['201']['content']['application/json'];
export const job: Same<Job, Omit<package_.JobResponse, never>> = true;
export type Hook = webhooks['file-download-completed']['post']['requestBody']['content']['application/json'];
export const hook: Same<Hook['data'], package_.FileDownloadCompletedMessage> = true;
`,
      );
      expect(await project.typeCheck({ ...strictest, exactOptionalPropertyTypes: false })).toBe('');
    },
  );
});

const text = (value: Json): string => JSON.stringify(value);
