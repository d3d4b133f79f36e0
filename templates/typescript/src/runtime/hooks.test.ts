import { describe, expect, it, vi } from 'vitest';
import { HttpError } from './errors/index.js';
import { notify, type Hooks, type RetryEvent } from './hooks.js';

const event = { attempt: 1 } as RetryEvent;
const attempt = { event: () => event };

describe('notify', () => {
  it('calls each hook of that name with the event, as a method of its object', () => {
    const seen: unknown[] = [];
    class Observer implements Hooks {
      readonly label: string;
      constructor(label: string) {
        this.label = label;
      }
      onRetry(given: RetryEvent): string {
        seen.push(given);
        return this.label;
      }
    }
    const observers = [new Observer('first'), {}, new Observer('second')];
    expect(notify(observers, 'onRetry', attempt)).toEqual(['first', undefined, 'second']);
    expect(seen).toEqual([event, event]);
  });

  it('gives what is known of the name besides', () => {
    const onRetry = vi.fn<(given: RetryEvent) => void>();
    notify([{ onRetry }], 'onRetry', attempt, { error: new HttpError('failed'), delay: 5 });
    expect(onRetry).toHaveBeenCalledWith({ attempt: 1, error: expect.any(HttpError) as unknown, delay: 5 });
  });

  it('makes no event where there is no hook', () => {
    const make = vi.fn<() => RetryEvent>();
    expect(notify([{}, { onError: () => undefined }], 'onRetry', { event: make })).toEqual([undefined, undefined]);
    expect(notify([], 'onRetry', { event: make })).toEqual([]);
    expect(make).not.toHaveBeenCalled();
  });

  it('ignores what a hook throws, and what making the event throws', () => {
    const fail = (): never => {
      throw new Error('hook');
    };
    expect(notify([{ onRetry: fail }, { onRetry: () => 'result' }], 'onRetry', attempt)).toEqual([undefined, 'result']);
    expect(notify([{ onRetry: () => 'result' }], 'onRetry', { event: fail })).toEqual([undefined]);
  });

  it('hears the rejection of an async hook', async () => {
    const unheard = vi.fn<(reason: unknown) => void>();
    process.on('unhandledRejection', unheard);
    try {
      notify([{ onRetry: () => Promise.reject(new Error('later')) }], 'onRetry', attempt);
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      expect(unheard).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', unheard);
    }
  });
});
