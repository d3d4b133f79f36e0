/** An ES module that uses the installed package as a caller does; every platform runs it as it is. */
export const suite = `import { HttpError, WorkerClient } from '@mesh-sync/worker-backend-client';
import { parseWebhook, signWebhook, WebhookVerificationError } from '@mesh-sync/worker-backend-client/webhooks';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const caught = (promise) => promise.then(() => 'no error', (error) => error);

export async function runSuite(baseUrl) {
  const client = new WorkerClient({ baseUrl, apiKey: 'right-key', retryDelay: 1 });
  const job = await client.fileDownloadRequest({ modelId: 'größe 😀' });
  const { state, returnvalue } = await client.waitFor(job);
  const refused = await caught(new WorkerClient({ baseUrl, apiKey: 'wrong-key' }).fileDownloadRequest({}));
  const missing = await caught(client.getJobStatus('no-such-job'));
  const aborted = await caught(client.waitForJob('no-such-job', { signal: AbortSignal.abort('enough') }));
  const signed = await signWebhook({ type: 'file-download-completed', data: returnvalue, jobId: job.jobId }, { secret });
  const event = await parseWebhook(new Request('http://a.example/hooks', { method: 'POST', ...signed }), { secret });
  const forged = await caught(parseWebhook({ ...signed, body: signed.body + ' ' }, { secret }));
  return {
    finished: [state, returnvalue],
    refused: [refused instanceof HttpError, refused.name, refused.status],
    missing: [missing instanceof HttpError, missing.name, missing.status],
    aborted: [aborted.name, aborted.cause],
    event: [event.type, event.data],
    forged: [forged instanceof WebhookVerificationError, forged.reason, forged.status],
    shown: [refused.stack, JSON.stringify([client, refused])].join().includes('-key'),
  };
}
`;

/** What the backend of the suite returns for a download. */
export const outcome = { status: 'SUCCESS', originalJobId: 'größe 😀' };

/** What the suite gives on every platform. */
export const wanted = {
  finished: ['completed', outcome],
  refused: [true, 'HttpError', 401],
  missing: [true, 'HttpError', 404],
  aborted: ['RequestAbortedError', 'enough'],
  event: ['file-download-completed', outcome],
  forged: [true, 'signature-mismatch', 401],
  shown: false,
};
