import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { failureOf } from './failure-codes.js';

const coded = (code: string, more: object = {}): Error => Object.assign(new Error('failed'), { code, ...more });
const own = new Error('its own cause');
own.cause = own;

describe('failureOf', () => {
  it.each<{ name: string; error: unknown }>([
    ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ConnectionRefused'].map((code) => ({
      name: code,
      error: coded(code),
    })),
    { name: 'any failure of connect', error: coded('ETIMEDOUT', { syscall: 'connect' }) },
    { name: 'one beneath "fetch failed"', error: new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }) },
    { name: 'all addresses', error: new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]) },
    {
      name: 'all addresses beneath "fetch failed"',
      error: new TypeError('fetch failed', { cause: new AggregateError([coded('ECONNREFUSED')]) }),
    },
    { name: 'one of another realm', error: runInNewContext('Object.assign(new Error("a"), { code: "ENOTFOUND" })') },
    {
      name: 'what Deno says',
      error: new TypeError('fetch failed', {
        cause: new Error('error sending request for url (http://a.test/): client error (Connect): dns error'),
      }),
    },
  ])('is sure that $name came before sending', ({ error }) => {
    expect(failureOf(error)).toBe('before sending');
  });

  it.each([
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    'HOSTNAME_MISMATCH',
    'ERR_INVALID_PROTOCOL',
  ])('is sure that another attempt would meet %s too', (code) => {
    expect(failureOf(coded(code))).toBe('futile');
    expect(failureOf(new TypeError('fetch failed', { cause: coded(code) }))).toBe('futile');
  });

  it.each([
    'client error (Connect): invalid peer certificate: UnknownIssuer',
    'client error (Connect): received fatal alert: ProtocolVersion',
    'client error (Connect): received corrupt message of type InvalidContentType',
  ])('is sure of it where Deno says %s', (message) => {
    const cause = new Error(`error sending request for url (https://a.test/): ${message}`);
    expect(failureOf(new TypeError('fetch failed', { cause }))).toBe('futile');
  });

  it('is sure of it where Bun says that TLS did not come about', () => {
    const message = 'EPROTO: The TLS handshake failed. Does the server speak TLS on this port?';
    expect(failureOf(Object.assign(new Error(message), { code: 'EPROTO' }))).toBe('futile');
  });

  it.each<{ name: string; error: unknown }>([
    ...['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'EPROTO', 'ABORT_ERR'].map(
      (code) => ({ name: code, error: coded(code) }),
    ),
    { name: 'an alert of TLS', error: coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED') },
    { name: 'a failure of read', error: coded('ETIMEDOUT', { syscall: 'read' }) },
    { name: 'some addresses', error: new AggregateError([coded('ECONNREFUSED'), coded('ECONNRESET')]) },
    { name: 'no address', error: new AggregateError([]) },
    { name: 'an error that says nothing', error: new Error('failed') },
    { name: 'an error that is its own cause', error: own },
    { name: 'a code within other text', error: coded('NOT_ECONNREFUSED') },
    { name: 'what Deno says of a request in flight', error: new Error('client error (SendRequest): closed') },
    { name: 'a text', error: 'ECONNREFUSED' },
    { name: 'nothing', error: undefined },
  ])('is not sure of $name', ({ error }) => {
    expect(failureOf(error)).toBe('unknown');
  });
});
