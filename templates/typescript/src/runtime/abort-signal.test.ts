import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { onAbort } from './abort-signal.js';

describe('onAbort', () => {
  it('calls every subscriber, through one listener on the signal', () => {
    const controller = new AbortController();
    const callbacks = Array.from({ length: 100 }, () => vi.fn<() => void>());
    for (const callback of callbacks) onAbort(controller.signal, callback);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    controller.abort();
    for (const callback of callbacks) expect(callback).toHaveBeenCalledOnce();
  });

  it('does not call a subscription that has ended, and leaves no listener after the last', () => {
    const controller = new AbortController();
    const { signal } = controller;
    const [kept, ended] = [vi.fn<() => void>(), vi.fn<() => void>()];
    const endKept = onAbort(signal, kept);
    const end = onAbort(signal, ended);
    end();
    end();
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    endKept();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    onAbort(signal, kept);
    controller.abort();
    expect(kept).toHaveBeenCalledOnce();
    expect(ended).not.toHaveBeenCalled();
  });

  it('lets a subscriber end other subscriptions while the signal fires', () => {
    const controller = new AbortController();
    const second = vi.fn<() => void>();
    onAbort(controller.signal, () => end());
    const end = onAbort(controller.signal, second);
    controller.abort();
    expect(second).not.toHaveBeenCalled();
  });
});
