import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  hasRedis,
  needsRedis,
  startRedis,
  type TestRedis,
} from '../../templates/typescript/src/bullmq/_testing/redis.js';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';
import { startProcess } from './start-process.js';

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

  it('leads to a worker that carries a job out, and ends when it is asked to', async () => {
    const command = 'node_modules/@mesh-sync/worker-backend-client/dist/esm/backend/worker-backend.js';
    const environment = { REDIS_URL: redis.url };
    const [worker, backend] = await Promise.all([
      startProcess(project.folder, ['built/worker.js'], environment),
      startProcess(project.folder, [command, '--port', '0', '--redis', redis.url], environment),
    ]);
    expect(worker.line).toBe('Workers are ready.');
    const [url = ''] = /http:\S+/.exec(backend.line) ?? [];
    const called = await project.node('built/call.js', { BACKEND_URL: url });
    expect(called).toMatch(/^completed \{[^]*status: 'SUCCESS'/);
    expect(await Promise.all([worker.end(), backend.end()])).toEqual([
      [0, null],
      [0, null],
    ]);
  });
});
