import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const command = join(import.meta.dirname, '../../dist/cli/cli.js');

let folder: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-codegen-watch-'));
  await cp(join(import.meta.dirname, '../fixtures/constant/catalog'), join(folder, 'catalog'), { recursive: true });
});

afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

/**
 * Starts the built command.
 *
 * @returns `until` waits for the process to write a text, after the one that was waited for last; `ended` waits for its
 *   end, and `all` gives whatever it has written.
 */
function start(...options: string[]): {
  until: (text: string) => Promise<void>;
  ended: Promise<unknown>;
  all: () => string;
} {
  const started = spawn(process.execPath, [command, 'generate', '--watch', ...options], {
    cwd: folder,
    env: { ...process.env, CI: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  let told = '';
  let all = '';
  let isOver = false;
  let notify = (): void => undefined;
  for (const stream of [started.stdout, started.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      all += text;
      notify();
    });
  }
  // Its streams are closed when no process that it started holds them any more either.
  const ended = once(started, 'close').then((result) => {
    isOver = true;
    notify();
    return result;
  });
  const until = async (text: string): Promise<void> => {
    while (!told.includes(text)) {
      if (isOver) throw new Error(`It ended without telling ${JSON.stringify(text)}: ${told}`);
      await new Promise<void>((resolve) => {
        notify = resolve;
      });
    }
    told = told.slice(told.indexOf(text) + text.length);
  };
  return { until, ended, all: () => all };
}

it(
  'The built command runs as often as files are saved, and grows no list of listeners',
  { timeout: 60_000 },
  async () => {
    const { until, ended, all } = start();
    await until('Watching for changes');
    const file = join(folder, 'catalog/messages/demo/demo-request.yaml');
    const text = await readFile(file, 'utf8');
    // Node.js warns of the eleventh listener.
    for (let number = 1; number <= 11; number += 1) {
      await writeFile(file, text.replace(/^description: .*$/m, `description: Told ${number} times.`));
      await until('updated');
    }
    child?.kill();
    await ended;
    expect(all()).not.toContain('Warning');
  },
);

it.each(['SIGTERM', 'SIGINT'] as const)(
  'The built command generates on save, survives a broken file, and leaves nothing running at %s',
  { timeout: 60_000 },
  async (signal) => {
    const { until, ended } = start();
    await until('Watching for changes');
    const file = join(folder, 'catalog/messages/demo/demo-request.yaml');
    const text = await readFile(file, 'utf8');

    await writeFile(file, `${text}broken: [\n`);
    await until('nothing was written.');

    await writeFile(file, text.replace(/^description: .*$/m, 'description: Told afresh.'));
    await until('updated');
    const page = await readFile(join(folder, 'generated/typescript/docs/demo-request.md'), 'utf8');
    expect(page).toContain('Told afresh.');

    child?.kill(signal);
    expect(await ended).toEqual([0, null]);
  },
);
