import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { RequestAbortedError } from '../errors/index.js';
import { createLimiter } from './limiter.js';

const { signal: never } = new AbortController();

/** A task that runs until it is told to end. */
function openTask(): { task: () => Promise<void>; end: () => void; started: () => boolean } {
  let end = (): void => undefined;
  let hasStarted = false;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const task = (): Promise<void> => {
    hasStarted = true;
    return ended;
  };
  return { task, end, started: () => hasStarted };
}

const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('A limiter', () => {
  it('runs no more tasks at once than allowed, and all in the end', async () => {
    const limiter = createLimiter(3);
    let running = 0;
    let most = 0;
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        limiter(async () => {
          running += 1;
          most = Math.max(most, running);
          await settle();
          running -= 1;
          return index;
        }, never),
      ),
    );
    expect(most).toBe(3);
    expect(results).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  it('is fair: first come, first served', async () => {
    const limiter = createLimiter(1);
    const order: number[] = [];
    const tasks = [1, 2, 3, 4].map((number) => limiter(async () => void order.push(number), never));
    await Promise.all(tasks);
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('lets no newcomer pass one that queues', async () => {
    const limiter = createLimiter(1);
    const [first, second, third] = [openTask(), openTask(), openTask()];
    const running = [first, second].map(({ task }) => limiter(task, never));
    first.end();
    running.push(limiter(third.task, never));
    await settle();
    expect([second.started(), third.started()]).toEqual([true, false]);
    second.end();
    third.end();
    await Promise.all(running);
  });

  it('gives a place free where a task rejects or throws', async () => {
    const limiter = createLimiter(1);
    await expect(limiter(() => Promise.reject(new Error('rejected')), never)).rejects.toThrow('rejected');
    const throwing = (): never => {
      throw new Error('thrown');
    };
    await expect(limiter(throwing, never)).rejects.toThrow('thrown');
    expect(await limiter(() => Promise.resolve('ran'), never)).toBe('ran');
  });

  it('lets go of a place in the queue at once', async () => {
    const limiter = createLimiter(1);
    const first = openTask();
    const running = limiter(first.task, never);
    const controller = new AbortController();
    const task = vi.fn<() => Promise<void>>();
    const queued = limiter(task, controller.signal);
    const last = limiter(() => Promise.resolve('ran'), never);
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(queued).rejects.toBeInstanceOf(RequestAbortedError);
    await expect(queued).rejects.toMatchObject({ cause: reason });
    first.end();
    await running;
    expect(await last).toBe('ran');
    expect(task).not.toHaveBeenCalled();
  });

  it('does not queue for a signal that has fired', async () => {
    const limiter = createLimiter(1);
    const first = openTask();
    const running = limiter(first.task, never);
    await expect(limiter(() => Promise.resolve(), AbortSignal.abort())).rejects.toBeInstanceOf(RequestAbortedError);
    first.end();
    await running;
    expect(await limiter(() => Promise.resolve('ran'), never)).toBe('ran');
  });

  it('loses no place where the signal fires between the turn and the task', async () => {
    const limiter = createLimiter(1);
    const first = openTask();
    const controller = new AbortController();
    const running = limiter(first.task, never);
    const second = limiter(() => Promise.resolve('second'), controller.signal);
    first.end();
    await running;
    controller.abort();
    expect(await second).toBe('second');
    expect(await limiter(() => Promise.resolve('third'), never)).toBe('third');
  });

  it('leaves no listener on a signal', async () => {
    const limiter = createLimiter(1);
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 20 }, () => limiter(() => settle(), signal)));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
