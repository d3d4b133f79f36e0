import { afterEach, expect, it, vi } from 'vitest';
import { deferSignals } from './defer-signals.js';

let kill = vi.spyOn(process, 'kill').mockReturnValue(true);
afterEach(() => {
  kill.mockClear();
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends the process once the action has ended', async (signal) => {
  const result = await deferSignals(async () => {
    process.emit(signal, signal);
    await Promise.resolve();
    expect(kill).not.toHaveBeenCalled();
    // The next one is not waited for.
    expect(process.listenerCount(signal)).toBe(0);
    return 'done';
  });
  expect(result).toBe('done');
  expect(kill.mock.calls).toEqual([[process.pid, signal]]);
});

it('A signal that arrives while the action lets nothing else happen is not lost', async () => {
  await deferSignals(async () => {
    kill.mockRestore();
    process.kill(process.pid, 'SIGHUP');
    kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  });
  expect(kill.mock.calls).toEqual([[process.pid, 'SIGHUP']]);
});

it('An action that fails is followed by the signal too', async () => {
  const attempt = deferSignals(async () => {
    process.emit('SIGINT', 'SIGINT');
    throw new Error('No.');
  });
  await expect(attempt).rejects.toThrow('No.');
  expect(kill.mock.calls).toEqual([[process.pid, 'SIGINT']]);
});

it('A signal that somebody else listens to is left to them', async () => {
  const listener = vi.fn<() => void>();
  process.on('SIGTERM', listener);
  try {
    await deferSignals(async () => {
      process.emit('SIGTERM', 'SIGTERM');
    });
  } finally {
    process.off('SIGTERM', listener);
  }
  expect(listener).toHaveBeenCalledTimes(1);
  expect(kill).not.toHaveBeenCalled();
});

it('Without a signal nothing ends, and nothing listens any more', async () => {
  await deferSignals(() => Promise.resolve());
  expect(kill).not.toHaveBeenCalled();
  expect(process.listenerCount('SIGINT')).toBe(0);
});
