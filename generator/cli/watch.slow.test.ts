import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CatalogError } from '../diagnostics/diagnostic.js';
import type { GenerateOptions } from '../generate.js';
import { defaultTemplatesFolder } from '../installation.js';
import { UsageError } from '../usage-error.js';
import { watchAndGenerate, type WatchListener } from './watch.js';

let folder: string;
let options: GenerateOptions;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-codegen-watch-'));
  await cp(join(import.meta.dirname, '../fixtures/constant/catalog'), join(folder, 'catalog'), { recursive: true });
  options = {
    catalog: join(folder, 'catalog'),
    out: join(folder, 'out'),
    templates: [defaultTemplatesFolder],
    check: false,
  };
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** What a listener was told, in order. */
class Told {
  readonly #events: string[] = [];
  readonly #waiting: ((event: string) => void)[] = [];
  readonly listener: WatchListener = {
    begin: () => undefined,
    step: () => undefined,
    done: ({ changes }) => this.#add(changes.map(({ action, path }) => `${action} ${path}`).join('\n') || 'nothing'),
    failed: (error) =>
      this.#add(error instanceof CatalogError ? error.diagnostics.map(({ rule }) => rule).join() : String(error)),
    watching: () => this.#add('watching'),
  };

  #add(event: string): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#events.push(event);
    else waiting(event);
  }

  /** Waits until a text is told, and gives what it was told with; a save may be seen half-way before. */
  async until(text: string): Promise<string> {
    for (;;) {
      const event = this.#events.shift() ?? (await new Promise<string>((resolve) => this.#waiting.push(resolve)));
      if (event.includes(text)) return event;
    }
  }
}

describe('Watching', { timeout: 60_000 }, () => {
  it('generates on save, survives a broken file and ends when it is told to', async () => {
    const told = new Told();
    const stop = new AbortController();
    const ended = watchAndGenerate(options, told.listener, stop.signal);
    await told.until('create typescript/src/messages/demo-request.ts');
    await told.until('watching');

    const file = join(options.catalog, 'messages/demo/demo-request.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^description: .*$/m, 'description: Told afresh.'));
    await told.until('update typescript/src/messages/demo-request.ts');
    expect(await readFile(join(options.out, 'typescript/src/messages/demo-request.ts'), 'utf8')).toContain(
      'Told afresh.',
    );

    await writeFile(file, 'name: [');
    await told.until('yaml-syntax');
    expect(await readFile(join(options.out, 'typescript/src/messages/demo-request.ts'), 'utf8')).toContain(
      'Told afresh.',
    );

    await writeFile(file, text);
    await told.until('update typescript/src/messages/demo-request.ts');
    stop.abort();
    await ended;
  });

  it('shows the problems of a catalog that is broken to begin with, and waits for it to be mended', async () => {
    const file = join(options.catalog, 'messages/demo/demo-request.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('payload:', 'paylaod:'));
    const told = new Told();
    const stop = new AbortController();
    const ended = watchAndGenerate(options, told.listener, stop.signal);
    await told.until('known-keyword');
    await told.until('watching');
    await writeFile(file, text);
    await told.until('create typescript/src/messages/demo-request.ts');
    expect(await readFile(join(options.out, 'typescript/src/messages/demo-request.ts'), 'utf8')).toContain(
      'DemoRequest',
    );
    stop.abort();
    await ended;
  });

  it('sees changes through a link to the catalog, and where the output lies around it', async () => {
    await symlink('catalog', join(folder, 'link'));
    const told = new Told();
    const stop = new AbortController();
    const given = { ...options, catalog: join(folder, 'link'), out: folder };
    const ended = watchAndGenerate(given, told.listener, stop.signal);
    await told.until('watching');
    await mkdir(join(options.catalog, 'messages/new'));
    await writeFile(
      join(options.catalog, 'messages/new/new-event.yaml'),
      'name: new-event\ndescription: Tells of it.\npayload: { type: object }\n',
    );
    await told.until('create typescript/src/messages/new-event.ts');
    expect(await readFile(join(folder, 'typescript/src/messages/new-event.ts'), 'utf8')).toContain('Tells of it.');
    stop.abort();
    await ended;
  });

  it('goes on where the catalog is moved away and comes back', async () => {
    const told = new Told();
    const stop = new AbortController();
    const ended = watchAndGenerate(options, told.listener, stop.signal);
    await told.until('watching');
    const away = join(folder, 'away');
    await rename(options.catalog, away);
    await told.until('There is no catalog');
    const path = 'messages/demo/demo-request.yaml';
    const text = await readFile(join(away, path), 'utf8');
    await writeFile(join(away, path), text.replace(/^description: .*$/m, 'description: Told afresh.'));
    await rename(away, options.catalog);
    await told.until('update typescript/src/messages/demo-request.ts');
    expect(await readFile(join(options.out, 'typescript/src/messages/demo-request.ts'), 'utf8')).toContain(
      'Told afresh.',
    );
    stop.abort();
    await ended;
  });

  it('ends at once where there is no catalog', async () => {
    const told = new Told();
    const attempt = watchAndGenerate(
      { ...options, catalog: join(folder, 'none') },
      told.listener,
      new AbortController().signal,
    );
    await expect(attempt).rejects.toThrow(UsageError);
  });
});
