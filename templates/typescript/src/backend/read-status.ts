import { onAbort } from '../runtime/abort-signal.js';
import { unknownJob, type ApiAnswer, type ApiRequest } from './api-message.js';
import type { ApiParts } from './api-parts.js';
import { hasEnded, type StoredJob } from './job-store.js';

/** Most seconds that an answer is held. */
const maxWait = 300;

/** A job as it is, and its entity tag. */
interface Seen {
  readonly job: StoredJob;
  readonly etag: string;
}

/**
 * Answers a status call; one that knows the job as it is may ask, by `Prefer: wait=<seconds>`, that the answer be held until
 * the job differs.
 *
 * @param closing - Ends the wait.
 */
export async function readStatus(
  parts: ApiParts,
  jobId: string,
  request: ApiRequest,
  closing: AbortSignal,
): Promise<ApiAnswer> {
  const canWait = parts.features.has('wait');
  const known = canWait ? request.header('if-none-match') : undefined;
  const seconds = known === undefined ? undefined : preferredWait(request.header('prefer'));
  let seen = await see(parts, jobId);
  if (seconds !== undefined && seen !== undefined && isKnown(seen, known) && !hasEnded(seen.job))
    seen = await waitForChange(parts, jobId, known, seconds, [request.signal, closing]);
  if (seen === undefined) return unknownJob(jobId);
  const { attemptsMade: _, ...snapshot } = seen.job;
  if (!canWait) return { status: 200, body: snapshot };
  const applied = seconds === undefined ? {} : { 'preference-applied': `wait=${seconds}` };
  const headers = { etag: seen.etag, ...applied };
  return isKnown(seen, known) ? { status: 304, body: undefined, headers } : { status: 200, body: snapshot, headers };
}

async function waitForChange(
  parts: ApiParts,
  jobId: string,
  known: string | undefined,
  seconds: number,
  signals: readonly AbortSignal[],
): Promise<Seen | undefined> {
  const waiting = new AbortController();
  const end = (): void => waiting.abort();
  const timer = parts.clock.setTimeout(end, seconds * 1000);
  const unsubscribe = signals.map((signal) => onAbort(signal, () => end()));
  if (signals.some(({ aborted }) => aborted)) end();
  try {
    for (;;) {
      // Watched before it is read: a change in between would otherwise be missed.
      const change = parts.store.watch(jobId, waiting.signal);
      change.catch(() => undefined);
      const seen = await see(parts, jobId);
      if (seen === undefined || hasEnded(seen.job) || !isKnown(seen, known) || waiting.signal.aborted) return seen;
      await change;
    }
  } finally {
    end();
    parts.clock.clearTimeout(timer);
    for (const stop of unsubscribe) stop();
  }
}

/** Reads a job, with a tag of state, progress and attempt. */
async function see({ store }: ApiParts, jobId: string): Promise<Seen | undefined> {
  const job = await store.get(jobId);
  if (job === undefined) return undefined;
  const text = JSON.stringify([job.state, job.progress, job.attemptsMade]);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return { job, etag: `"${btoa(String.fromCharCode(...hash.subarray(0, 15)))}"` };
}

/** Whether `If-None-Match` names a job as it is; a proxy that compresses may have made the tag a weak one. */
function isKnown({ etag }: Seen, ifNoneMatch: string | undefined): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

/** Seconds of `Prefer: wait=…` (RFC 7240, section 4.3). */
function preferredWait(prefer: string | undefined): number | undefined {
  const seconds = /(?:^|[,;])\s*wait\s*=\s*"?(\d+)"?\s*(?:$|[,;])/i.exec(prefer ?? '')?.[1];
  return seconds === undefined ? undefined : Math.min(Number(seconds), maxWait);
}
