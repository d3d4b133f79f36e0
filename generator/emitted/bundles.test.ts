import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { describe, expect, inject, it } from 'vitest';

interface Bundle {
  /** Modules of the package that are in it, without extensions. */
  readonly modules: readonly string[];
  /** What it imports from elsewhere. */
  readonly imports: readonly string[];
  /** Bytes, minified and gzipped. */
  readonly size: number;
}

/** Bundles one line of code that imports from the package, as an application would. */
async function bundle(code: (folder: string) => string): Promise<Bundle> {
  const folder = join(inject('packageFolder'), 'dist/esm');
  const entry = 'entry-of-an-application';
  const build = await rolldown({
    input: entry,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code(folder) : null),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  const [chunk] = output;
  return {
    modules: Object.keys(chunk.modules)
      .filter((id) => id.startsWith(folder))
      .map((id) => id.slice(folder.length + 1).replace(/\.js$/, '')),
    imports: [...chunk.imports, ...chunk.dynamicImports],
    size: gzipSync(chunk.code, { level: 9 }).length,
  };
}

const messageModules = ({ modules }: Bundle): string[] => modules.filter((id) => /^validators\/[^/]+$/.test(id));

describe('A bundle', () => {
  it.each([
    ['file-download-request', 6000],
    ['metamodel-metadata-generation-completed', 7000],
  ])('of the validator of %s alone stays under %i bytes', async (message, limit) => {
    const alone = await bundle((folder) => `export * from '${folder}/validators/${message}.js';`);
    expect(messageModules(alone)).toEqual([`validators/${message}`]);
    expect(alone.size).toBeLessThan(limit);
  });

  it('of one validator, taken from the list of all, holds no other', async () => {
    const one = await bundle((folder) => `export { isFileDownloadRequest } from '${folder}/validators.js';`);
    expect(messageModules(one)).toEqual(['validators/file-download-request']);
  });

  it('of all validators holds one for each message', async () => {
    const all = await bundle((folder) => `export { validateMessage } from '${folder}/validators.js';`);
    const modules = await readdir(join(inject('packageFolder'), 'src/messages'));
    expect(messageModules(all)).toHaveLength(modules.length);
    expect(all.size).toBeLessThan(14_000);
  });

  it('that sends one message holds neither waits, nor validators, nor the failure codes of Node', async () => {
    const sender = await bundle((folder) => `export { JobSender } from '${folder}/index.js';`);
    expect(sender.modules).toContain('runtime/delivery/delivery');
    expect(sender.modules.filter((id) => /^(?:validators|runtime\/wait)\/|failure-codes|waiting/.test(id))).toEqual([]);
    expect(sender.size).toBeLessThan(8_950);
  });

  it('of a client with a method for each message holds no validators', async () => {
    const client = await bundle((folder) => `export { WorkerClient } from '${folder}/index.js';`);
    expect(client.modules).toContain('runtime/wait/poll');
    expect(client.modules.filter((id) => /^validators\/|failure-codes/.test(id))).toEqual([]);
    expect(client.size).toBeLessThan(12_060);
  });

  it('of everything at the root holds nothing of workers, and imports nothing', async () => {
    const all = await bundle((folder) => `export * from '${folder}/index.js';`);
    expect(all.modules.filter((id) => /^(?:worker|bullmq|backend|message-policies)/.test(id))).toEqual([]);
    expect(all.imports).toEqual([]);
  });

  it('of what defines handlers imports nothing, and holds no validator', async () => {
    const worker = await bundle((folder) => `export * from '${folder}/worker/index.js';`);
    expect(worker.modules).toContain('message-policies');
    expect(messageModules(worker)).toEqual([]);
    expect(worker.imports).toEqual([]);
    expect(worker.size).toBeLessThan(3000);
  });

  it('that only signs webhooks holds no validator', async () => {
    const signer = await bundle((folder) => `export { signWebhook } from '${folder}/webhooks.js';`);
    expect(messageModules(signer)).toEqual([]);
    expect(signer.size).toBeLessThan(3000);
  });
});
