import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const payload = "{ modelId: 'm1' }";

/** The least program that sends one message with each, for a browser; `client` stands for the folder of the built client. */
const programs: Readonly<Record<string, string>> = {
  'this client on fetch': `import { WorkerClient } from 'client/dist/esm/index.js';
await new WorkerClient({ baseUrl: location.origin }).fileDownloadRequest(${payload});`,
  'this client, JobSender': `import { JobSender } from 'client/dist/esm/index.js';
await new JobSender({ baseUrl: location.origin }).sendToQueue('file-download-request', ${payload});`,
  'QStash 2.12.0': `import { Client } from '@upstash/qstash';
await new Client({ baseUrl: location.origin }).publishJSON({ url: location.origin + '/api/jobs/file-download-request', body: ${payload} });`,
  'openapi-fetch 0.17.0': `import createClient from 'openapi-fetch';
await createClient({ baseUrl: location.origin }).POST('/api/jobs/file-download-request', { body: ${payload} });`,
  'ky 1.14.3': `import ky from 'ky';
await ky.post('/api/jobs/file-download-request', { json: ${payload} }).json();`,
  'axios 1.21.1': `import axios from 'axios';
await axios.post('/api/jobs/file-download-request', ${payload});`,
};

/**
 * Bytes of a bundle for the browser that sends one message, minified and compressed with gzip.
 *
 * @param work - Folder to work in; its `node_modules` holds the peers.
 * @param packageFolder - Folder of the built client.
 * @returns Bytes by name of what sends.
 */
export async function bundleSizes(work: string, packageFolder: string): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  await mkdir(join(work, 'bundles'), { recursive: true });
  for (const [name, program] of Object.entries(programs)) {
    const input = join(work, 'bundles', `${sizes.size}.js`);
    await writeFile(input, program);
    const resolve = { alias: { client: packageFolder } };
    const build = await rolldown({ input, cwd: work, platform: 'browser', resolve, logLevel: 'silent' });
    const { output } = await build.generate({ format: 'esm', minify: true });
    await build.close();
    sizes.set(name, gzipSync(output[0].code, { level: 9 }).byteLength);
  }
  return sizes;
}
