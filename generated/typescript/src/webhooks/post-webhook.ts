import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';

/** What is posted, and how. */
export interface WebhookPost {
  /** The payload's `webhookUrl`, as callers gave it. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowPrivateAddresses: boolean;
  /** Ends the request. */
  readonly signal: AbortSignal;
}

/** A webhook that is not posted, and would not be at any later try. */
export class RefusedWebhookError extends Error {
  override readonly name = 'RefusedWebhookError';
}

const minute = 60_000;

/** Milliseconds between one try to post a webhook and the next, by default; after the last of them it is given up. */
export const defaultSchedule: readonly number[] = [
  5000,
  30_000,
  2 * minute,
  10 * minute,
  30 * minute,
  60 * minute,
  180 * minute,
  360 * minute,
];

/** Milliseconds that one try may take by default. */
export const defaultTimeout = 15_000;

/** Whether an answer ends the tries: any other status is tried again, redirects too. */
export const isDelivered = (status: number): boolean => status >= 200 && status < 300;

/** Most bytes of a webhook's body. */
const maxBytes = 1_048_576;

/** Most bytes that are read of an answer, of which nothing is used. */
const maxAnswerBytes = 65_536;

/**
 * Posts a webhook on a connection of its own. Redirects are not followed. The name is resolved once, all of its addresses are
 * checked, and the connection goes to one of those, so that a name that changes its address leads nowhere else.
 *
 * @returns HTTP status of the answer.
 * @throws {@link RefusedWebhookError} if the URL is not `http:` or `https:`, or leads to a private address where none may be, or
 * the body is too large.
 * @throws Error if no answer came.
 */
export async function postWebhook(post: WebhookPost): Promise<number> {
  const { headers, body, allowPrivateAddresses, signal } = post;
  if (Buffer.byteLength(body) > maxBytes) throw new RefusedWebhookError(`It has more than ${maxBytes} bytes.`);
  const url = URL.canParse(post.url) ? new URL(post.url) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new RefusedWebhookError('webhookUrl is no http: or https: URL.');
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  if (!allowPrivateAddresses && isIP(host) !== 0) assertPublic([host], host);
  const options: RequestOptions = { method: 'POST', agent: false, signal, headers: { ...headers } };
  if (!allowPrivateAddresses) options.lookup = lookupPublic;
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
      let bytes = 0;
      const end = (): void => resolve(response.statusCode ?? 0);
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= maxAnswerBytes) return;
        end();
        request.destroy();
      });
      response.once('end', end);
      response.once('error', reject);
    });
    request.once('error', reject);
    request.end(body);
  });
}

const lookupPublic: NonNullable<RequestOptions['lookup']> = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    try {
      if (error !== null) throw error;
      assertPublic(
        addresses.map(({ address }) => address),
        host,
      );
    } catch (problem) {
      callback(problem as NodeJS.ErrnoException, []);
      return;
    }
    const [first] = addresses;
    if (options.all === true || first === undefined) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function assertPublic(addresses: readonly LookupAddress['address'][], host: string): void {
  if (addresses.every(isPublic)) return;
  throw new RefusedWebhookError(`${host} leads to a private address: allowPrivateAddresses lets it pass.`);
}

/** Addresses that are for special purposes, by the registries of IANA. */
const special = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  special.addSubnet(network, bits, 'ipv4');
}
// Within what is global unicast: Teredo and others, documentation, 6to4, which holds an address of IPv4.
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  special.addSubnet(network, bits, 'ipv6');
}
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an address of IPv4 or IPv6 is one of the public internet.
 *
 * @param address - The address, without brackets.
 */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  return family === 6 && globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}
