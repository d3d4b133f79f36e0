import { describe, expect, it } from 'vitest';
import { isPublic, postWebhook } from './post-webhook.js';

describe('isPublic', () => {
  it.each([
    ['93.184.215.14', true],
    ['1.1.1.1', true],
    ['172.32.0.1', true],
    ['2606:4700:4700::1111', true],
    ['10.0.0.1', false],
    ['100.64.0.1', false],
    ['127.0.0.1', false],
    ['169.254.169.254', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:93.184.215.14', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['2001:db8::1', false],
    ['fc00::1', false],
    ['fe80::1', false],
    ['localhost', false],
    ['', false],
  ])('of %j is %j', (address, want) => {
    expect(isPublic(address)).toBe(want);
  });
});

describe('postWebhook', () => {
  const { signal } = new AbortController();
  const post = (url: string): Promise<number> =>
    postWebhook({ url, headers: {}, body: '', allowPrivateAddresses: false, signal });

  it.each([
    'http://127.0.0.1:1/',
    'http://2130706433:1/',
    'http://0x7f.1:1/',
    'https://[::1]:1/',
    'https://[::ffff:127.0.0.1]:1/',
    'http://localhost:1/',
  ])('refuses %s, which leads to this machine', async (url) => {
    await expect(post(url)).rejects.toThrow('leads to a private address');
  });

  it.each(['ftp://example.com/', 'file:///etc/passwd', 'data:,x'])('refuses %s', async (url) => {
    await expect(post(url)).rejects.toThrow('no http: or https: URL');
  });
});
