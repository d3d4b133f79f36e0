import { STATUS_CODES } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { ApiAnswer } from '../backend/api-message.js';
import type {
  CompressedFault,
  MalformedFault,
  MissingJobIdFault,
  RedirectFault,
  RetryAfterFault,
  StatusFault,
  SuccessFalseFault,
} from './fault.js';

/** A fault that is complete HTTP: another answer in place of the right one. */
export type AnswerFault =
  | StatusFault
  | RetryAfterFault
  | RedirectFault
  | MalformedFault
  | SuccessFalseFault
  | MissingJobIdFault
  | CompressedFault;

/**
 * Makes the answer of a fault.
 *
 * @param fault - The fault.
 * @param right - The right answer, where the request has been carried out.
 * @param now - Milliseconds since 1970-01-01T00:00:00Z.
 */
export function faultyAnswer(fault: AnswerFault, right: ApiAnswer | undefined, now: number): ApiAnswer {
  switch (fault.kind) {
    case 'status': {
      const { status, headers, body = errorBody(status) } = fault;
      return { status, headers, body };
    }
    case 'retry-after':
      return { status: fault.status ?? 503, body: errorBody(fault.status ?? 503), headers: retryAfter(fault, now) };
    case 'redirect':
      return {
        status: fault.status ?? 307,
        body: errorBody(fault.status ?? 307),
        headers: { location: fault.location },
      };
    case 'success-false':
      return { status: right?.status ?? 200, body: { success: false, error: fault.error } };
    case 'missing-job-id':
      return { status: right?.status ?? 200, body: { ...asObject(right?.body), jobId: undefined } };
    case 'compressed':
      return { status: right?.status ?? 200, ...compressed(fault, right) };
    case 'malformed':
      return { status: fault.status ?? right?.status ?? 200, ...malformed(fault, right) };
  }
}

function errorBody(status: number): object {
  return { error: STATUS_CODES[status] ?? `Status ${status}` };
}

function retryAfter({ delay, format = 'seconds' }: RetryAfterFault, now: number): Record<string, string> {
  switch (format) {
    case 'seconds':
      return { 'retry-after': String(Math.ceil(delay / 1000)) };
    case 'http-date':
      return { 'retry-after': new Date(now + delay).toUTCString() };
    case 'milliseconds':
      return { 'retry-after-ms': String(delay) };
  }
}

function malformed({ body }: MalformedFault, right: ApiAnswer | undefined): Pick<ApiAnswer, 'body' | 'headers'> {
  const json = { 'content-type': 'application/json' };
  switch (body) {
    case 'text':
      return { body: 'this is no JSON', headers: json };
    case 'truncated-json': {
      const text = JSON.stringify(right?.body ?? { success: true, jobId: '1' });
      return { body: text.slice(0, text.length / 2), headers: json };
    }
    case 'empty':
      return { body: undefined };
    case 'html':
      return {
        body: '<!doctype html><title>Welcome</title><h1>It works!</h1>',
        headers: { 'content-type': 'text/html' },
      };
    case 'null':
      return { body: null };
    case 'array':
      return { body: [] };
  }
}

function compressed({ encoding = 'gzip' }: CompressedFault, right: ApiAnswer | undefined): Omit<ApiAnswer, 'status'> {
  const compress = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[encoding];
  return {
    body: compress(JSON.stringify(right?.body)),
    headers: { ...right?.headers, 'content-type': 'application/json', 'content-encoding': encoding },
  };
}

function asObject(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}
