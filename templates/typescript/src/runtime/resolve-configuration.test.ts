import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WorkerClientConfig } from './configuration.js';
import { ConfigurationError } from './errors/index.js';
import { resolveConfiguration } from './resolve-configuration.js';
import { ManualClock } from './time/_manual-clock.js';

const variables = { baseUrl: 'RUNTIME_TEST_URL', apiKey: 'RUNTIME_TEST_KEY' };
const baseUrl = 'http://backend.test';

// From JavaScript, anything can be given as configuration.
const resolve = (config: unknown) => resolveConfiguration(config as WorkerClientConfig, variables);

afterEach(() => vi.unstubAllEnvs());

describe('resolveConfiguration', () => {
  it('fills in the defaults', () => {
    expect(resolve({ baseUrl })).toMatchObject({
      baseUrl,
      apiKey: '',
      timeout: 30_000,
      deadline: undefined,
      maxRetries: 2,
      retryDelay: 500,
      maxRetryDelay: 30_000,
      retryBudget: {},
      maxResponseBytes: 16_777_216,
      honorsIdempotencyKey: 'auto',
      validate: undefined,
      observers: [],
      pollInterval: 5_000,
      pollConcurrency: 16,
      platformHeaders: {},
      headers: {},
      fetch: undefined,
      agent: undefined,
      random: Math.random,
    });
  });

  it('takes what is given', () => {
    const given = {
      baseUrl,
      apiKey: 'key',
      timeout: 1,
      deadline: 2,
      maxResponseBytes: 5,
      maxRetries: 0,
      retryDelay: 3,
      maxRetryDelay: 4,
      retryBudget: false,
      honorsIdempotencyKey: true,
      validate: () => [],
      headers: { a: 'b' },
      pollInterval: 5,
      pollConcurrency: 6,
      fetch: () => Promise.reject(new Error('unused')),
      agent: { maxSockets: 1, destroy: () => undefined },
      clock: new ManualClock(),
      random: () => 0,
    };
    const hooks = { onRequest: () => undefined };
    const derived = { observers: [hooks], platformHeaders: {} };
    expect(resolve({ ...given, hooks })).toEqual({ ...given, ...derived });
  });

  it('reads a frozen object, and one whose properties are inherited', () => {
    class Settings {
      get baseUrl(): string {
        return baseUrl;
      }
      readonly timeout = 5;
    }
    expect(resolve(Object.freeze({ baseUrl, headers: Object.freeze({ a: 'b' }) }))).toMatchObject({
      headers: { a: 'b' },
    });
    expect(resolve(new Settings())).toMatchObject({ baseUrl, timeout: 5 });
  });

  it('is not changed by what happens to the header fields later', () => {
    const headers: Record<string, string> = { a: 'b' };
    const resolved = resolve({ baseUrl, headers });
    headers['a'] = 'line\nbreak';
    expect(resolved.headers).toEqual({ a: 'b' });
  });

  it('is not led astray by what somebody put on every object', () => {
    const polluted = Object.prototype as { baseUrl?: unknown; headers?: unknown; apiKey?: unknown };
    Object.assign(polluted, { baseUrl: 'http://evil.test', headers: { 'x-a': 'evil' }, apiKey: 'evil' });
    try {
      expect(resolve({ baseUrl })).toMatchObject({ baseUrl, headers: {}, apiKey: '' });
      expect(() => resolve({})).toThrow('There is no base URL');
    } finally {
      delete polluted.baseUrl;
      delete polluted.headers;
      delete polluted.apiKey;
    }
  });

  it('logs to the console where the environment asks for it', () => {
    vi.stubEnv('WORKER_BACKEND_LOG', 'debug');
    expect(resolve({ baseUrl }).observers).toHaveLength(1);
    vi.stubEnv('WORKER_BACKEND_LOG', 'yes');
    expect(resolve({ baseUrl }).observers).toEqual([]);
  });

  it('falls back to the environment', () => {
    vi.stubEnv(variables.baseUrl, 'https://environment.test/');
    vi.stubEnv(variables.apiKey, 'key-of-environment');
    expect(resolve({})).toMatchObject({ baseUrl: 'https://environment.test', apiKey: 'key-of-environment' });
    expect(resolve({ baseUrl, apiKey: 'own' })).toMatchObject({ baseUrl, apiKey: 'own' });
    expect(resolve({ apiKey: '' }).apiKey).toBe('');
  });

  it.each([
    { given: 'http://a.test/', want: 'http://a.test' },
    { given: 'https://a.test:443/base//', want: 'https://a.test/base' },
    { given: ' http://a.test/x/../y ', want: 'http://a.test/y' },
    { given: 'http://[::1]:3000', want: 'http://[::1]:3000' },
  ])('reads the base URL $given as $want', ({ given, want }) => {
    expect(resolve({ baseUrl: given }).baseUrl).toBe(want);
  });

  it.each<{ config: unknown; want: string | RegExp }>([
    { config: null, want: 'The configuration must be an object, got null.' },
    { config: 'http://a.test', want: 'The configuration must be an object, got string.' },
    { config: {}, want: 'There is no base URL: pass baseUrl, or set the environment variable RUNTIME_TEST_URL.' },
    { config: { baseUrl: '' }, want: 'There is no base URL' },
    { config: { baseUrl: '/api' }, want: 'baseUrl must be an http: or https: URL' },
    { config: { baseUrl: 'localhost:3000' }, want: 'baseUrl must be an http: or https: URL' },
    { config: { baseUrl: 'ftp://a.test' }, want: 'baseUrl must be an http: or https: URL' },
    { config: { baseUrl: 'http://user:secret@a.test' }, want: /without .*user name and password\.$/ },
    { config: { baseUrl: 'http://a.test?secret' }, want: 'without query, fragment,' },
    { config: { baseUrl: 'http://a.test#secret' }, want: 'without query, fragment,' },
    { config: { baseUrl, apiKey: 'secret\n' }, want: 'apiKey must be a text of Latin-1 without line breaks' },
    { config: { baseUrl, apiKey: 'secret€' }, want: 'apiKey must be a text of Latin-1' },
    { config: { baseUrl, apiKey: 5 }, want: 'apiKey must be a text of Latin-1' },
    { config: { baseUrl, timeout: 0 }, want: 'timeout must be a number of milliseconds above 0' },
    { config: { baseUrl, timeout: -1 }, want: 'timeout must be' },
    { config: { baseUrl, timeout: Number.NaN }, want: 'timeout must be' },
    { config: { baseUrl, timeout: 2 ** 31 }, want: 'timeout must be' },
    { config: { baseUrl, timeout: null }, want: 'timeout must be' },
    { config: { baseUrl, deadline: Number.NaN }, want: 'deadline must be' },
    { config: { baseUrl, deadline: Infinity }, want: 'deadline must be' },
    { config: { baseUrl, maxRetries: -1 }, want: 'maxRetries must be a whole number from 0 up, got -1.' },
    { config: { baseUrl, maxRetries: 1.5 }, want: 'maxRetries must be' },
    { config: { baseUrl, maxRetries: Number.NaN }, want: 'maxRetries must be' },
    { config: { baseUrl, maxRetries: Infinity }, want: 'maxRetries must be' },
    { config: { baseUrl, maxRetries: '2' }, want: 'maxRetries must be' },
    { config: { baseUrl, retryDelay: -1 }, want: 'retryDelay must be' },
    { config: { baseUrl, maxRetryDelay: Number.NaN }, want: 'maxRetryDelay must be' },
    {
      config: { baseUrl, retryBudget: { capacity: Number.NaN } },
      want: 'retryBudget.capacity must be a number from 0',
    },
    { config: { baseUrl, retryBudget: null }, want: 'retryBudget must be an object or false, got ' },
    { config: { baseUrl, retryBudget: true }, want: 'retryBudget must be an object or false, got ' },
    { config: { baseUrl, retryBudget: { perCall: -1 } }, want: 'retryBudget.perCall must be' },
    { config: { baseUrl, retryBudget: { perSecond: Infinity } }, want: 'retryBudget.perSecond must be' },
    {
      config: { baseUrl, honorsIdempotencyKey: 'false' },
      want: "honorsIdempotencyKey must be true, false or 'auto', got string.",
    },
    { config: { baseUrl, maxResponseBytes: 0 }, want: 'maxResponseBytes must be a whole number from 1 up, got 0.' },
    { config: { baseUrl, maxResponseBytes: '9' }, want: 'maxResponseBytes must be' },
    { config: { baseUrl, pollInterval: 0 }, want: 'pollInterval must be a number of milliseconds above 0' },
    { config: { baseUrl, pollConcurrency: 0.5 }, want: 'pollConcurrency must be a whole number from 1 up' },
    {
      config: { baseUrl, logger: { debug: () => undefined } },
      want: 'logger must be an object with the methods debug, info',
    },
    { config: { baseUrl, clock: {} }, want: 'clock must be an object with the methods now, setTimeout, clearTimeout' },
    { config: { baseUrl, clock: null }, want: 'clock must be' },
    { config: { baseUrl, hooks: null }, want: 'hooks must be an object, got null.' },
    { config: { baseUrl, hooks: { onRetry: 'log' } }, want: 'hooks.onRetry must be a function, got string.' },
    { config: { baseUrl, headers: null }, want: 'headers must be an object' },
    { config: { baseUrl, headers: { a: 'secret\n' } }, want: 'The header "a" must be' },
    { config: { baseUrl, headers: { 'idempotency-key': 'a' } }, want: 'see the option idempotencyKey' },
    { config: { baseUrl, fetch: 'fetch' }, want: 'fetch must be a function, got string.' },
    { config: { baseUrl, validate: {} }, want: 'validate must be a function, got object.' },
    { config: { baseUrl, random: 0.5 }, want: 'random must be a function, got 0.5.' },
  ])('refuses $config', ({ config, want }) => {
    const attempt = (): unknown => resolve(config);
    expect(attempt).toThrow(ConfigurationError);
    expect(attempt).toThrow(want);
    expect(attempt).not.toThrow(/secret/);
  });
});
