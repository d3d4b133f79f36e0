import { afterEach, describe, expect, it, vi } from 'vitest';
import { newIdempotencyKey } from './idempotency-key.js';

describe('newIdempotencyKey', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['of the platform', crypto],
    ['of its own making on pages without HTTPS', { getRandomValues: crypto.getRandomValues.bind(crypto) }],
  ])('is a UUID of version 4, another each time: %s', (_, platform) => {
    vi.stubGlobal('crypto', platform);
    const keys = Array.from({ length: 1_000 }, newIdempotencyKey);
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
