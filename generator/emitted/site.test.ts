import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { generate } from '../generate.js';
import { defaultTemplatesFolder } from '../installation.js';
import { withCompiler } from '../typecheck/compiler.js';
import { writeCatalog } from '../testing/diagnose.js';
import { createScratchProject, strictest } from './scratch.js';

/** Where Debian and Ubuntu put Chromium. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const axe = createRequire(import.meta.url).resolve('axe-core');

let out: string;
let site: string;
let browser: Browser;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'site-'));
  site = await generateSite(join(process.cwd(), 'catalog'), out);
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(async () => {
  await browser?.close();
  await rm(out, { recursive: true });
});

async function generateSite(catalog: string, folder: string): Promise<string> {
  const options = { catalog, out: folder, templates: [defaultTemplatesFolder], targets: ['html'], check: false };
  await withCompiler((compiler) => generate(options, { compiler }));
  return join(folder, 'html');
}

/** Opens a page from the disk; whatever it asks for beside the site's own files, and whatever goes wrong in it, is kept. */
async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page & { readonly problems: string[] }> {
  const context = await browser.newContext(options);
  const problems: string[] = [];
  await context.route('**', async (route) => {
    const url = route.request().url();
    if (url.startsWith(pathToFileURL(dirname(site)).href) || url.startsWith('file:///tmp/')) return route.continue();
    problems.push(`asks for ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(pathToFileURL(path).href);
  return Object.assign(page, { problems });
}

async function pagesOf(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.html')).sort();
}

/** What a piece of HTML shows. */
function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

describe('The reference site', () => {
  it('has a page for each message and type, and stays under 3 MB', async () => {
    const messages = (await readdir('catalog/messages', { recursive: true })).filter((path) => path.endsWith('.yaml'));
    const types = await readdir('catalog/types');
    const pages = await pagesOf(site);
    expect(pages.filter((path) => path.startsWith('messages/'))).toHaveLength(messages.length);
    expect(pages.filter((path) => path.startsWith('types/'))).toHaveLength(types.length);
    const files = await readdir(site, { recursive: true });
    const sizes = await Promise.all(files.map(async (path) => (await stat(join(site, path))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });

  it('has no link that leads nowhere, to a file or within one', async () => {
    const dangling: string[] = [];
    const idsOf = new Map<string, ReadonlySet<string>>();
    const readIds = async (path: string): Promise<ReadonlySet<string>> => {
      const known = idsOf.get(path);
      if (known !== undefined) return known;
      const ids = new Set([...(await readFile(path, 'utf8')).matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id));
      idsOf.set(path, ids);
      return ids;
    };
    for (const path of await pagesOf(site)) {
      const text = await readFile(join(site, path), 'utf8');
      const links = [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = '']) => link);
      expect(links.filter((link) => /^[a-z]+:/i.test(link) && !/^(?:https?|mailto):/.test(link))).toEqual([]);
      for (const link of links.filter((each) => !/^[a-z]+:/i.test(each))) {
        const [file = '', fragment = ''] = link.split('#');
        const target = file === '' ? join(site, path) : resolve(site, dirname(path), file);
        const isThere =
          existsSync(target) && (fragment === '' || (await readIds(target)).has(decodeURIComponent(fragment)));
        if (!isThere) dangling.push(`${path} -> ${link}`);
      }
    }
    expect(dangling).toEqual([]);
  });

  it('has an llms.txt with a link to each page', async () => {
    const text = await readFile(join(site, 'llms.txt'), 'utf8');
    const links = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\): \S/gm)].map(([, target = '']) => target);
    expect(links.sort()).toEqual(await pagesOf(site));
  });

  it('shows TypeScript, of callers and of workers, that compiles', async () => {
    await using project = await createScratchProject(inject('tarball'), 'module');
    const pages = (await pagesOf(join(site, 'messages'))).map((path) => join(site, 'messages', path));
    let count = 0;
    for (const page of pages) {
      const listings = (await readFile(page, 'utf8')).matchAll(/data-language="ts"[^>]*><code>(.*?)<\/code>/gs);
      for (const [, listing = ''] of listings) {
        const code = parseFragment(listing).childNodes.map(textOf).join('');
        count += 1;
        await project.write(`example-${count}.ts`, code);
      }
    }
    expect(count).toBeGreaterThanOrEqual(2 * 58);
    const options = { ...strictest, noUnusedParameters: false, noUnusedLocals: false };
    expect(await project.typeCheck(options)).toBe('');
  });

  it('is the same each time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'site-again-'));
    const again = await generateSite(join(process.cwd(), 'catalog'), folder);
    for (const path of ['index.html', 'flows.html', 'messages/file-download-request.html'])
      expect(await readFile(join(again, path), 'utf8')).toBe(await readFile(join(site, path), 'utf8'));
    await rm(folder, { recursive: true });
  });
});

describe.skipIf(!existsSync(executablePath))('The reference site in a browser', () => {
  it('finds messages and fields by keyboard alone, from the disk', async () => {
    const page = await open(join(site, 'index.html'));
    await page.keyboard.press('/');
    await page.keyboard.type('minio dest');
    const results = page.locator('#results li');
    await expect.poll(() => results.count()).toBeGreaterThan(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/messages\//);
    expect(page.url()).toContain('minioDestination');
    expect(page.problems).toEqual([]);
    await page.context().close();
  });

  it('shows only what the filters let through', async () => {
    const page = await open(join(site, 'index.html'));
    const shown = (): Promise<number> => page.locator('#catalog li[data-sender]:visible').count();
    const all = await shown();
    await page.getByLabel('sent by workers').uncheck();
    expect(await shown()).toBeLessThan(all);
    expect(await page.locator('#catalog li[data-sender=workers]:visible').count()).toBe(0);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'has nothing serious that axe finds, in %s',
    { timeout: 60_000 },
    async (colorScheme) => {
      for (const path of [
        'index.html',
        'flows.html',
        'messages/file-download-request.html',
        'types/storage-location.html',
      ]) {
        const page = await open(join(site, path), { colorScheme, bypassCSP: true });
        await page.addScriptTag({ path: axe });
        // The dark look differs in colours alone.
        const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
        const found = await page.evaluate(async (options) => {
          const { violations } = await (
            globalThis as unknown as {
              axe: {
                run: (options: object) => Promise<{
                  violations: { id: string; impact: string; nodes: { html: string }[] }[];
                }>;
              };
            }
          ).axe.run(options);
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        }, rules);
        expect(found, path).toEqual([]);
        await page.context().close();
      }
    },
  );

  it('fits a screen of 360 pixels', async () => {
    for (const path of ['index.html', 'flows.html', 'messages/metamodel-metadata-generation-completed.html']) {
      const page = await open(join(site, path), { viewport: { width: 360, height: 740 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
      await page.context().close();
    }
  });

  it('folds its contents on a narrow screen, and shows them by keyboard', async () => {
    const viewport = { width: 390, height: 844 };
    const page = await open(join(site, 'messages/file-download-request.html'), { viewport, javaScriptEnabled: false });
    const top = async (): Promise<number> => (await page.locator('h1').boundingBox())?.y ?? 0;
    expect(await top()).toBeLessThan(250);
    await page.getByLabel('Contents').focus();
    await page.keyboard.press('Space');
    expect(await page.locator('.side [aria-current=page]').isVisible()).toBe(true);
    expect(await top()).toBeGreaterThan(400);
    await page.context().close();
  });

  it('is read without scripts: examples change by radio buttons, fields fold', async () => {
    const page = await open(join(site, 'messages/file-download-request.html'), { javaScriptEnabled: false });
    const curl = page.locator('.example').first().locator('[data-language=shell]');
    expect(await curl.isVisible()).toBe(false);
    await page.locator('.example').first().locator('label', { hasText: 'curl' }).click();
    expect(await curl.isVisible()).toBe(true);
    expect(await page.getByText('secretAccessKey').first().isVisible()).toBe(true);
    await page.context().close();
  });

  it('says of ten messages what the catalog says', async () => {
    const names = (await pagesOf(join(site, 'messages'))).map((path) => path.replace('.html', '')).slice(0, 10);
    const page = await open(join(site, 'index.html'));
    for (const name of names) {
      await page.goto(pathToFileURL(join(site, `messages/${name}.html`)).href);
      expect(await page.locator('h1').textContent()).toBe(name);
      const schema = JSON.parse((await page.locator('#schema code').textContent()) ?? '') as {
        properties: Record<string, unknown>;
        required?: string[];
      };
      const top = page.locator('#fields > .fields > .field');
      expect(await top.count()).toBe(Object.keys(schema.properties).length);
      expect(await page.locator('#fields > .fields > .field > .field-head .required').count()).toBe(
        schema.required?.length ?? 0,
      );
      expect(page.problems).toEqual([]);
    }
    await page.context().close();
  });

  it('runs nothing that the catalog says', async () => {
    const danger = `<script>globalThis.hit=1</script><img src=x onerror="globalThis.hit=1">[x](javascript:globalThis.hit=1)</script>`;
    await using folder = await writeCatalog({
      'catalog.yaml': JSON.stringify({ title: danger, version: '1.0.0', description: danger }),
      'messages/a/demo-request.json': JSON.stringify({
        name: 'demo-request',
        description: danger,
        deprecated: { since: '1.0.0', reason: danger },
        examples: [{ title: danger, payload: { [danger]: danger } }],
        payload: {
          type: 'object',
          description: danger,
          properties: {
            [danger]: { type: 'string', description: danger, default: danger, 'x-known-values': [danger] },
          },
        },
      }),
    });
    const target = await mkdtemp(join(tmpdir(), 'site-hostile-'));
    const hostile = await generateSite(folder.path, target);
    for (const path of await pagesOf(hostile)) {
      const page = await open(join(hostile, path), { bypassCSP: true });
      for (const link of await page.locator('a').all())
        expect(await link.getAttribute('href')).not.toMatch(/^javascript:/i);
      if (path === 'index.html') {
        await page.locator('#query').fill('script');
        await page.locator('#results li').first().waitFor();
      }
      expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false);
      expect(page.problems).toEqual([]);
      await page.context().close();
    }
    await rm(target, { recursive: true });
  });
});
