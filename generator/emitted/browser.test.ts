import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBackend, type AnyBackend } from '../../templates/typescript/src/testing/start-backend.js';
import { outcome, suite, wanted } from './platform-suite.js';
import { createScratchProject, type ScratchProject } from './scratch.js';

/** Where Debian and Ubuntu put Chromium. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

const page = `import { runSuite } from './suite.js';
import { HttpError, WorkerClient } from '@mesh-sync/worker-backend-client';

globalThis.runSuite = runSuite;
globalThis.useClient = async () => {
  const client = new WorkerClient({ baseUrl: location.origin, apiKey: 'right-key', retryDelay: 1 });
  const job = await client.fileDownloadRequest({ modelId: 'm1' });
  const redirected = await client.fileDownloadRequest({ modelId: 'm2' }).catch((error) => error);
  const finished = await client.waitFor(job);
  return {
    jobId: job.jobId,
    state: finished.state,
    returnvalue: finished.returnvalue,
    redirect: [redirected instanceof HttpError, redirected.status],
    shown: JSON.stringify(client) + String(redirected.stack),
  };
};
`;

let backend: AnyBackend;
let project: ScratchProject;
let server: Server;
beforeAll(async () => {
  [backend, project] = await Promise.all([
    startBackend({ apiKey: 'right-key' }),
    createScratchProject(inject('tarball'), 'module'),
  ]);
});
afterAll(async () => {
  server?.close();
  server?.closeAllConnections();
  await Promise.all([backend.close(), project[Symbol.asyncDispose]()]);
});

async function bundle(source: string): Promise<string> {
  await project.write('suite.js', suite);
  await project.write('page.js', source);
  const build = await rolldown({ input: join(project.folder, 'page.js'), platform: 'browser', cwd: project.folder });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  return output[0].code;
}

/** Serves the page, and passes all else on to the backend, so that both have one origin. */
async function serve(script: string): Promise<string> {
  const { port: backendPort } = new URL(backend.url);
  server = createServer((incoming, outgoing) => {
    if (incoming.url === '/') {
      outgoing
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><script type="module" src="/page.js"></script>');
    } else if (incoming.url === '/page.js') {
      outgoing.setHeader('content-type', 'text/javascript').end(script);
    } else {
      const { method, url, headers } = incoming;
      const passed = request({ host: '127.0.0.1', port: backendPort, method, path: url, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      passed.once('error', () => outgoing.destroy());
      incoming.pipe(passed);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('The root entry in a browser', () => {
  it('is bundled without any module of Node', async () => {
    const code = await bundle(page);
    expect(code).not.toMatch(/node:|require\(|from\s*["'`](?:https?|net|tls|stream|crypto)["'`]/);
  });

  it('sends, is refused a redirect, retries and waits in Chromium', async () => {
    const url = await serve(await bundle(page));
    backend.inject({ kind: 'status', status: 503 });
    backend.inject(
      { kind: 'redirect', location: '/elsewhere', status: 302 },
      { match: ({ rawBody }) => rawBody.includes('m2') },
    );
    backend.handle('file-download-request', () => outcome);
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    });
    try {
      const tab = await browser.newPage();
      await tab.goto(url);
      await tab.waitForFunction('globalThis.useClient');
      const result = await tab.evaluate<unknown>('useClient()');
      expect(result).toMatchObject({
        jobId: backend.stored[0]?.jobId,
        state: 'completed',
        returnvalue: outcome,
        redirect: [true, 0],
      });
      expect(JSON.stringify(result)).not.toContain('right-key');
      expect(backend.stored).toHaveLength(1);
      expect(await tab.evaluate<unknown>('runSuite(location.origin)')).toEqual(wanted);
    } finally {
      await browser.close();
    }
  });

  it('is a small bundle where one message is sent without the methods of all others', async () => {
    const lean = await bundle(`import { JobSender } from '@mesh-sync/worker-backend-client';
await new JobSender({ baseUrl: location.origin }).sendToQueue('file-download-request', { modelId: 'm1' });\n`);
    const whole = await bundle(page);
    expect(gzipSync(lean, { level: 9 }).byteLength).toBeLessThan(gzipSync(whole, { level: 9 }).byteLength * 0.75);
  });
});
