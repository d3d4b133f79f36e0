import { afterEach, describe, expect, it, vi } from 'vitest';
import { readEnvironment } from './environment.js';

const name = 'RUNTIME_TEST_VARIABLE';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('readEnvironment', () => {
  it.each([
    { value: 'a', want: 'a' },
    { value: '', want: undefined },
    { value: undefined, want: undefined },
  ])('reads $value as $want', ({ value, want }) => {
    vi.stubEnv(name, value);
    expect(readEnvironment(name)).toBe(want);
  });

  it.each<{ platform: string; process: unknown }>([
    { platform: 'has no process', process: undefined },
    { platform: 'has a process without variables', process: {} },
    {
      platform: 'denies access',
      process: {
        get env(): never {
          throw new Error('denied');
        },
      },
    },
  ])('reads nothing where the platform $platform', ({ process }) => {
    vi.stubGlobal('process', process);
    const value = readEnvironment(name);
    vi.unstubAllGlobals();
    expect(value).toBeUndefined();
  });
});
