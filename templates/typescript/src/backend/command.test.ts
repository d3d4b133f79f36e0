import { describe, expect, it } from 'vitest';
import { readRequest } from './command.js';

const defaults = { port: 3000, host: '127.0.0.1', redis: undefined, apiKey: undefined };

describe('The arguments of worker-backend', () => {
  it.each<[args: string, want: object]>([
    ['', defaults],
    ['--port 0 --host 0.0.0.0', { ...defaults, port: 0, host: '0.0.0.0' }],
    ['--redis redis://h:1', { ...defaults, redis: 'redis://h:1' }],
    ['--api-key-env KEY', { ...defaults, apiKey: 'k' }],
    ['--help --port x', { help: true }],
    ['--port x', { problem: '--port must be a number from 0 to 65535, got "x".' }],
    ['--port 65536', { problem: '--port must be a number from 0 to 65535, got "65536".' }],
    ['--redis http://h', { problem: '--redis must be a URL such as redis://127.0.0.1:6379.' }],
    ['--api-key-env NONE', { problem: '--api-key-env: there is no environment variable "NONE", or it is empty.' }],
    ['--api-key-env EMPTY', { problem: '--api-key-env: there is no environment variable "EMPTY", or it is empty.' }],
    ['--prot 3', { problem: expect.stringContaining("Unknown option '--prot'") as string }],
    ['3000', { problem: expect.stringContaining("Unexpected argument '3000'") as string }],
    ['--port', { problem: expect.stringContaining('--port') as string }],
  ])('"%s" are read', (args, want) => {
    expect(readRequest(args.split(' ').filter(Boolean), { KEY: 'k', EMPTY: '' })).toEqual(want);
  });
});
