import type { Fetch } from './fetch.js';

/**
 * The `fetch` of Deno, with bodies as streams, which are sent chunked. Deno sends a request again by itself, and nobody hears
 * of it, when a connection that was kept breaks after the backend has read the request; a stream cannot be read twice.
 */
export const streamingFetch: Fetch = (url, { body, ...request }) =>
  globalThis.fetch(
    url,
    // Node, where a bundle for Deno may be tested, asks for `duplex`.
    body === undefined ? request : Object.assign(request, { body: new Blob([body]).stream(), duplex: 'half' }),
  );
