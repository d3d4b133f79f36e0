/**
 * Header fields that go with every request outside browsers, which set their own: firewalls refuse requests without a
 * `User-Agent`, and a body that is not compressed need not be decoded.
 *
 * @param product - Name and version of the package.
 */
export function serverHeaders(product: string): Record<string, string> {
  const { versions } = process;
  // Bun and Deno name a version of Node too.
  const runtime = ['bun', 'deno'].find((name) => versions[name] !== undefined) ?? 'node';
  return { 'accept-encoding': 'identity', 'user-agent': `${product} ${runtime}/${versions[runtime]}` };
}
