import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { heavyCases } from '../hostile/heavy.js';
import { hostileBombs } from '../hostile/schemas.js';
import { writeCatalog } from '../testing/diagnose.js';

const command = join(import.meta.dirname, '../../dist/cli/cli.js');
const guard = join(import.meta.dirname, 'guard.cjs');

/** KiB that a process may take at most: 1 GB. */
const maxMemory = 1_000_000;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** KiB. */
  readonly memory: number;
}

/** Runs a script of Node with the guard. */
async function runGuarded(words: readonly string[], folder: string): Promise<Ended> {
  const child = spawn(process.execPath, ['--max-old-space-size=900', '--require', guard, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, out, errors, told] = child.stdio as readonly (Readable | null)[];
  const read = async (stream: Readable | null | undefined): Promise<string> => (stream ? text(stream) : '');
  const [stdout, stderr, memory, [code]] = await Promise.all([
    read(out),
    read(errors),
    read(told),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr, memory: Number(memory) };
}

interface Report {
  readonly ok: boolean;
  readonly diagnostics: readonly { file: string; line: number; column: number; rule: string; severity: string }[];
}

describe('The built command stays within its bounds', () => {
  it.each([...heavyCases, ...hostileBombs])('$title', async ({ files, refused }) => {
    await using folder = await writeCatalog(files, 'catalog');
    // What the last run read is remembered here.
    await mkdir(join(folder.root, 'node_modules'));
    const { code, stdout, stderr, memory } = await runGuarded([command, 'generate', '--json'], folder.root);
    expect(stderr).toBe('');
    const { ok, diagnostics } = JSON.parse(stdout) as Report;
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)).toEqual(
      refused === undefined ? [] : [`catalog/${refused}`],
    );
    expect({ code, ok }).toEqual(refused === undefined ? { code: 0, ok: true } : { code: 1, ok: false });
    expect(memory).toBeGreaterThan(10_000);
    expect(memory).toBeLessThan(maxMemory);
  });

  it.each([
    ['a connection', "require('node:net').connect(9, '127.0.0.1').on('error', () => {})"],
    ['a request', "fetch('http://127.0.0.1:65000/').catch(() => {})"],
    ['a name', "require('node:dns').lookup('localhost', () => {})"],
    ['a datagram', "require('node:dgram').createSocket('udp4').on('error', () => {})"],
    [
      'a thread',
      `new (require('node:worker_threads').Worker)("fetch('http://127.0.0.1:65000/').catch(() => {})", { eval: true })`,
    ],
  ])('which an attempt at %s would break', async (_, script) => {
    const { stderr } = await runGuarded(['--eval', script], import.meta.dirname);
    expect(stderr).toContain('The network is out of bounds');
  });
});
