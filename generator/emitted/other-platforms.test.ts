import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBackend, type AnyBackend } from '../../templates/typescript/src/testing/start-backend.js';
import { outcome, suite, wanted } from './platform-suite.js';
import { createScratchProject, type ScratchProject } from './scratch.js';

const folder = join(import.meta.dirname, 'platforms/node_modules');
/** Whether a program can be run; where all are asked for, a missing one fails its test. */
const has = (program: string): boolean =>
  process.env['ALL_PLATFORMS'] !== undefined || existsSync(join(folder, program));

let backend: AnyBackend;
let project: ScratchProject;
beforeAll(async () => {
  [backend, project] = await Promise.all([
    startBackend({ apiKey: 'right-key' }),
    createScratchProject(inject('tarball'), 'module'),
  ]);
  backend.handle('file-download-request', () => outcome);
  await project.write('suite.js', suite);
  await project.write(
    'main.js',
    `import { runSuite } from './suite.js';\nconsole.log(JSON.stringify(await runSuite('${backend.url}')));\n`,
  );
});
afterAll(() => Promise.all([backend.close(), project?.[Symbol.asyncDispose]()]));

const programs: readonly (readonly [title: string, program: string, ...words: string[]])[] = [
  ['Node.js 22', 'node-22/bin/node'],
  ['Node.js 24', 'node-24/bin/node'],
  ['Bun', '@oven/bun-linux-x64/bin/bun'],
  ['Deno', '@deno/linux-x64-glibc/deno', 'run', '--allow-all', '--node-modules-dir=manual'],
];

describe.each(programs)('The package on %s', (_, program, ...words) => {
  it.skipIf(!has(program))(
    'does what it does elsewhere (needs: npm ci --prefix generator/emitted/platforms)',
    async () => {
      const { stdout } = await promisify(execFile)(join(folder, program), [...words, 'main.js'], {
        cwd: project.folder,
        env: { PATH: process.env['PATH'], HOME: project.folder, NO_COLOR: '1' },
      });
      expect(JSON.parse(stdout)).toEqual(wanted);
    },
  );
});

/** The part of miniflare that runs a worker. */
interface MiniflareModule {
  readonly Miniflare: new (options: object) => {
    dispatchFetch(url: string): Promise<{ text(): Promise<string> }>;
    dispose(): Promise<void>;
  };
}

describe.each(['2024-09-23', '2026-04-01'])('The package in an edge worker of %s', (compatibilityDate) => {
  const workerd = '@cloudflare/workerd-linux-64/bin/workerd';
  it.skipIf(!has(workerd))(
    'does what it does elsewhere (needs: npm ci --prefix generator/emitted/platforms)',
    async () => {
      await project.write(
        'worker.js',
        `import { runSuite } from './suite.js';
const fetch = async () => Response.json(await runSuite('${backend.url}').catch((error) => String(error.stack)));
export default { fetch };\n`,
      );
      const build = await rolldown({
        input: join(project.folder, 'worker.js'),
        platform: 'browser',
        // As wrangler has it.
        resolve: { conditionNames: ['workerd', 'worker', 'browser', 'import', 'default'] },
        cwd: project.folder,
      });
      const { output } = await build.generate({ format: 'esm' });
      await build.close();
      const module = (await import(pathToFileURL(join(folder, 'miniflare/dist/src/index.js')).href)) as MiniflareModule;
      process.env['MINIFLARE_WORKERD_PATH'] = join(folder, workerd);
      const worker = new module.Miniflare({ modules: true, script: output[0].code, compatibilityDate });
      try {
        const answer = await worker.dispatchFetch('http://worker.example/');
        expect(JSON.parse(await answer.text())).toEqual(wanted);
        expect(backend.received.at(-1)?.headers['user-agent']).toMatch(
          /^@mesh-sync\/worker-backend-client\/\S+ workerd$/,
        );
      } finally {
        await worker.dispose();
      }
    },
  );
});
