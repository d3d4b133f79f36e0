import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Holds `run.ts` and what it imports as JavaScript; here its packages are found. */
let folder: string;
beforeAll(async () => {
  await mkdir('node_modules/.cache', { recursive: true });
  folder = await mkdtemp(resolve('node_modules/.cache/run-'));
  const bundle = await rolldown({
    input: 'generator/cli/run.ts',
    platform: 'node',
    external: (id) => /^[a-z@][^:]*$/i.test(id) || id.startsWith('node:'),
    resolve: { extensionAlias: { '.js': ['.ts'] } },
  });
  await bundle.write({ dir: folder, entryFileNames: 'run.js' });
  await bundle.close();
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

/** Runs a command, given as JavaScript, in a process of its own. */
async function runInProcess(command: string, stdout: 'ignore' | 'pipe' | number = 'ignore'): Promise<Ended> {
  const code = `import { runProcess } from ${JSON.stringify(pathToFileURL(join(folder, 'run.js')).href)}; runProcess(${command});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['pipe', stdout, 'pipe'] });
  child.stdout?.destroy();
  child.stdin?.end('go');
  const ended = once(child, 'close') as Promise<[number | null]>;
  const stderr = child.stderr === null ? '' : await text(child.stderr);
  return { code: (await ended)[0], stderr };
}

describe('Every process says why it fails, and exits with 1 or 2', { timeout: 60_000 }, () => {
  it.each([
    ['never settles', '() => new Promise(() => {})', /^error: The command ended before it was done/],
    ['throws a defect', 'async () => { throw new TypeError("A defect.") }', /^TypeError: A defect\.\n {4}at /],
    ['throws what is no error', 'async () => { throw "a text" }', /^a text\n$/],
    [
      'leaves an error to nobody',
      '() => new Promise(() => setTimeout(() => { throw new Error("Nobody caught this.") }))',
      /^Error: Nobody caught this\.\n {4}at /,
    ],
    [
      'leaves a rejection to nobody',
      '() => { Promise.reject(new Error("Nobody caught this.")); return new Promise((done) => setTimeout(done, 60000)) }',
      /^Error: Nobody caught this\.\n {4}at /,
    ],
  ])('where a command %s', async (_, command, want) => {
    expect(await runInProcess(command)).toEqual({ code: 1, stderr: expect.stringMatching(want) as unknown });
  });

  it.runIf(process.platform === 'linux')('where the disk is full', async () => {
    const full = openSync('/dev/full', 'w');
    const ended = await runInProcess('async () => process.stdout.write("text")', full);
    closeSync(full);
    expect(ended).toEqual({
      code: 1,
      stderr: expect.stringContaining('cannot be written: no space left on device, ENOSPC.') as unknown,
    });
  });
});

it('A process ends quietly where the reader of its output has gone', { timeout: 60_000 }, async () => {
  const command = `() => new Promise((done) => process.stdin.once('data', () => process.stdout.write('x'.repeat(1e6), done)))`;
  expect(await runInProcess(command, 'pipe')).toEqual({ code: 0, stderr: '' });
});
