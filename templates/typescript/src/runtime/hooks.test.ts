import { describe, expect, it, vi } from 'vitest';
import { callHook, type Hooks } from './hooks.js';

describe('callHook', () => {
  it('calls the hook with the event, as a method of its object', () => {
    const seen: unknown[] = [];
    class Observer {
      readonly label = 'mine';
      onRetry(event: unknown): string {
        seen.push(event);
        return this.label;
      }
    }
    const observer = new Observer();
    expect(callHook(observer as Hooks, observer.onRetry, () => 'event')).toBe('mine');
    expect(seen).toEqual(['event']);
  });

  it('makes no event where there is no hook', () => {
    const event = vi.fn<() => unknown>();
    expect(callHook({}, undefined, event)).toBeUndefined();
    expect(event).not.toHaveBeenCalled();
  });

  it('ignores what a hook throws, and what making the event throws', () => {
    const fail = (): never => {
      throw new Error('hook');
    };
    expect(callHook({}, fail, () => 'event')).toBeUndefined();
    expect(callHook({}, () => 'result', fail)).toBeUndefined();
  });

  it('hears the rejection of an async hook', async () => {
    const unheard = vi.fn<(reason: unknown) => void>();
    process.on('unhandledRejection', unheard);
    try {
      callHook(
        {},
        () => Promise.reject(new Error('later')),
        () => 'event',
      );
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      expect(unheard).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', unheard);
    }
  });
});
