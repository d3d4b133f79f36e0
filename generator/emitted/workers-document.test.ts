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

  it('leads to a worker that carries a job out, and ends when it is asked to', async () => {
    const environment = { REDIS_URL: redis.url };
    const worker: ChildProcess = spawn(process.execPath, ['built/worker.js'], {
      cwd: project.folder,
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { stdout } = worker;
    if (stdout === null) throw new Error('The worker has no output.');
    expect(await once(createInterface(stdout), 'line')).toEqual(['Workers are ready.']);
    expect(await project.node('built/enqueue.js', environment)).toMatch(/^completed \{[^]*status: 'SUCCESS'/);
    const ended = once(worker, 'exit');
    worker.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
