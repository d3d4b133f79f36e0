import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  hasRedis,
  needsRedis,
  startRedis,
  type TestRedis,
} from '../../templates/typescript/src/bullmq/_testing/redis.js';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';

describe.skipIf(!hasRedis)(`The page for worker authors${needsRedis}`, () => {
  let redis: TestRedis;
  let project: ScratchProject;
  beforeAll(async () => {
    [redis, project] = await Promise.all([
      startRedis(),
      createScratchProject(inject('tarball'), 'module', ['bullmq', 'ioredis']),
    ]);
    const page = await readFile(join(inject('packageFolder'), 'docs/workers.md'), 'utf8');
    // The file of a block is the last that the text before it names.
    const blocks = [...page.matchAll(/((?:(?!^```)[^])*?)^```ts\n([^]*?)^```$/gm)];
    for (const [index, [, text = '', code = '']] of blocks.entries()) {
      const [name = `block-${index}.ts`] = (text.match(/`\w+\.ts`/g) ?? [])
        .map((each) => each.slice(1, -1))
        .toReversed();
      await project.write(name, code);
    }
  });
  afterAll(async () => {
    await Promise.all([project, redis].map((each) => each[Symbol.asyncDispose]()));
  });

  it('holds code that compiles, with the types of BullMQ too', async () => {
    const flags = { ...strictest, noUnusedParameters: false, noEmit: false, outDir: 'built' };
    expect(await project.typeCheck(flags)).toBe('');
  });

  it('leads to a handler that is tried without Redis', async () => {
    expect(await project.node('built/try.js')).toContain("status: 'SUCCESS'");
  });

  /** Starts a process of the project. Resolves when it has printed a line. */
  async function start(path: string, ...words: string[]): Promise<{ child: ChildProcess; line: string }> {
    const child = spawn(process.execPath, [path, ...words], {
      cwd: project.folder,
      env: { PATH: process.env['PATH'], REDIS_URL: redis.url },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    return { child, line };
  }

  async function stop(child: ChildProcess): Promise<unknown> {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    return ended;
  }

  it('leads to a worker that carries a job out, and ends when it is asked to', async () => {
    const command = 'node_modules/@mesh-sync/worker-backend-client/dist/esm/backend/worker-backend.js';
    const [worker, backend] = await Promise.all([
      start('built/worker.js'),
      start(command, '--port', '0', '--redis', redis.url),
    ]);
    expect(worker.line).toBe('Workers are ready.');
    const [url = ''] = /http:\S+/.exec(backend.line) ?? [];
    const called = await project.node('built/call.js', { BACKEND_URL: url });
    expect(called).toMatch(/^completed \{[^]*status: 'SUCCESS'/);
    expect(await Promise.all([stop(worker.child), stop(backend.child)])).toEqual([
      [0, null],
      [0, null],
    ]);
  });
});
