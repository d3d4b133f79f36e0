import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { startQuietly } from './quiet-process.js';

it('What is started has no standard error, whatever was asked for', async () => {
  const { started, processId } = startQuietly(() =>
    spawn(process.execPath, ['--eval', 'console.log("Told."); console.error("Not told.");'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  const ended = once(started, 'close');
  const told = once(started.stdout, 'data');
  expect(processId).toBe(started.pid);
  expect(started.stderr).toBeNull();
  expect(String(await told)).toBe('Told.\n');
  expect(await ended).toEqual([0, null]);
});

it('What starts nothing has no process, and what fails leaves everything as it was', () => {
  const before = spawn;
  expect(startQuietly(() => 'nothing')).toEqual({ started: 'nothing', processId: undefined });
  expect(() =>
    startQuietly(() => {
      throw new Error('No.');
    }),
  ).toThrow('No.');
  expect(spawn).toBe(before);
});
