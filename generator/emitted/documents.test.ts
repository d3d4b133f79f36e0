import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { MemoryStore } from '../../templates/typescript/src/backend/memory-store.js';
import { startBackend, type AnyBackend } from '../../templates/typescript/src/testing/start-backend.js';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';

interface CodeBlock {
  readonly document: string;
  readonly language: string;
  readonly code: string;
}

const store = new MemoryStore();
let backend: AnyBackend;
let project: ScratchProject;
let blocks: CodeBlock[];

beforeAll(async () => {
  [backend, project, blocks] = await Promise.all([
    startBackend({ store }),
    createScratchProject(inject('tarball'), 'module'),
    // The pages on workers and backends need Redis: they have tests of their own.
    readBlocks(inject('packageFolder')).then((all) =>
      all.filter(({ document }) => !/^docs\/(?:workers|backend)\.md$/.test(document)),
    ),
  ]);
});
afterAll(() => Promise.all([backend, project].map((each) => each[Symbol.asyncDispose]())));

describe('The documents of the package', () => {
  it('show a call of every message', () => {
    const pages = new Set(
      blocks
        .filter(({ language, document }) => language === 'ts' && document.startsWith('docs/'))
        .map(({ document }) => document),
    );
    expect(pages.size).toBe(58);
  });

  it('hold TypeScript that compiles under the strictest flags and runs against a backend', async () => {
    const examples = blocks
      .filter(({ language }) => language === 'ts')
      .map(({ code }) => code.replaceAll('http://localhost:3000', backend.url));
    await Promise.all(examples.map((code, index) => project.write(`example-${index}.ts`, code)));
    // Examples of handlers leave it to readers what is done with a payload.
    const flags = { ...strictest, noUnusedParameters: false };
    expect(await project.typeCheck({ ...flags, noEmit: false, outDir: 'built' })).toBe('');

    // The status calls of the pages ask for jobs of these ids.
    const ids = examples.flatMap((code) => [...code.matchAll(/'([\w-]+)\.[\da-f]{8}(?:-[\da-f]+){4}'/g)]);
    for (const [id, messageType = ''] of ids) await store.add(messageType, {}, { jobId: id.slice(1, -1) });
    expect(ids).toHaveLength(58);
    const runs = examples.map((_, index) => `await import('./built/example-${index}.js');`).join('\n');
    await project.write('run.js', `${runs}\nconsole.log('all done');\n`);
    expect(await project.node('run.js')).toMatch(/all done\n$/);
    const sent = new Set(backend.received.filter(({ method }) => method === 'POST').map(({ url }) => url));
    expect(sent.size).toBe(58);
  });

  it('link to pages and headings that exist', async () => {
    const folder = inject('packageFolder');
    const readme = await readFile(join(folder, 'README.md'), 'utf8');
    const headings = new Set(
      [...readme.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
        text
          .toLowerCase()
          .replaceAll(/[^\w\- ]/g, '')
          .replaceAll(' ', '-'),
      ),
    );
    const pages = new Set((await readdir(join(folder, 'docs'))).map((name) => `docs/${name}`));
    for (const [, target = ''] of readme.matchAll(/\]\(([^)]+)\)/g)) {
      expect(target.startsWith('#') ? headings.has(target.slice(1)) : pages.has(target), target).toBe(true);
    }
    for (const page of pages) {
      const text = await readFile(join(folder, page), 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\(([^)#]+\.md)[^)]*\)/g)) {
        expect(target === '../README.md' || pages.has(`docs/${target}`), `${page}: ${target}`).toBe(true);
      }
    }
  });
});

describe('llms.txt', () => {
  it('has a title, a summary, and a line for each page, as https://llmstxt.org proposes', async () => {
    const folder = inject('packageFolder');
    const text = await readFile(join(folder, 'llms.txt'), 'utf8');
    expect(text).toMatch(/^# @mesh-sync\/worker-backend-client\n\n> \S.*\n\n/);
    const links = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\): \S.*\.$/gm)].map(([, target = '']) => target);
    expect(links).toEqual(text.split('\n').flatMap((line) => /^- .*?\((.*?)\)/.exec(line)?.[1] ?? []));
    const pages = (await readdir(join(folder, 'docs'))).map((name) => `docs/${name}`);
    expect(links).toEqual(expect.arrayContaining(pages));
    expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
  });
});

/** The code of the package's documents. */
async function readBlocks(folder: string): Promise<CodeBlock[]> {
  const documents = ['README.md', ...(await readdir(join(folder, 'docs'))).map((name) => `docs/${name}`)];
  const texts = await Promise.all(documents.map((document) => readFile(join(folder, document), 'utf8')));
  return texts.flatMap((text, index) =>
    [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
      document: documents[index] ?? '',
      language,
      code,
    })),
  );
}
