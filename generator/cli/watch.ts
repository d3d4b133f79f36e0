import { realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { withCompiler, type Compiler } from '../typecheck/compiler.js';
import { generate, type GenerateOptions, type GenerateResult } from '../generate.js';
import { catalogParts } from '../load/catalog-parts.js';
import { UsageError } from '../usage-error.js';
import { asWatchError } from './watch-error.js';

/**
 * Milliseconds without a further change after which a save is taken to be complete. Of a file that changes again within
 * 50 ms, chokidar tells only the first change: a run must not begin before that.
 */
const settleTime = 75;

/** Whom watching tells what happens. */
export interface WatchListener {
  /** Called when a run begins. */
  readonly begin: () => void;
  /** Called as each step of a run begins, with a participle such as `Reading`. */
  readonly step: (step: string) => void;
  /** Called with what a run did. */
  readonly done: (result: GenerateResult) => void;
  /** Called with what ended a run early: problems of the catalog, or anything else. */
  readonly failed: (error: unknown) => void;
  /** Called once changes are seen: after the first run. */
  readonly watching: () => void;
}

/**
 * Generates now and at every change of the catalog or the templates. The compiler stays loaded. A run that fails is told, and the next change tried.
 *
 * @param options - Where to read and write.
 * @param listener - Receives what happens.
 * @param signal - Ends it.
 * @returns When nothing of it runs any more.
 * @throws {@link UsageError} if a folder is missing to begin with, or the system watches no more files.
 */
export function watchAndGenerate(
  options: GenerateOptions,
  listener: WatchListener,
  signal: AbortSignal,
): Promise<void> {
  return withCompiler((compiler) => watchWith(compiler, options, listener, signal));
}

async function watchWith(
  compiler: Compiler,
  options: GenerateOptions,
  listener: WatchListener,
  signal: AbortSignal,
): Promise<void> {
  const run = (): Promise<GenerateResult> => {
    listener.begin();
    return generate(options, { compiler, report: listener.step });
  };
  const runs = new Runs(() => run().then(listener.done, listener.failed));
  const watcher = await watchInputs(options, () => runs.request());
  try {
    const ready = new Promise((resolve, reject) => {
      watcher.once('ready', () => resolve(undefined)).once('error', (error) => reject(asWatchError(error)));
    });
    await Promise.all([ready, run().then(listener.done, failUnlessUsage(listener))]);
    watcher.on('error', (error) => listener.failed(asWatchError(error)));
    if (!signal.aborted) {
      listener.watching();
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve, { once: true });
      });
    }
  } finally {
    await watcher.close();
    await runs.end();
  }
}

/**
 * Watches the catalog's own files and the templates, from the folders above: what is moved away and comes back, as when
 * branches are switched, is still watched. Links inside are not followed: they could lead to the whole disk.
 *
 * @param options - Where to read.
 * @param changed - Called at each change.
 */
async function watchInputs({ catalog, templates }: GenerateOptions, changed: () => void): Promise<FSWatcher> {
  const real = (path: string): Promise<string> => realpath(path).catch(() => path);
  const catalogFolder = await real(catalog);
  const templateFolders = await Promise.all(templates.map(real));
  const inputs = [...catalogParts.map((part) => join(catalogFolder, part)), ...templateFolders];
  const folders = [catalogFolder, ...templateFolders].map((path) => dirname(path));
  const ways = new Set([...folders, catalogFolder]);
  const isInput = (path: string): boolean => inputs.some((input) => path === input || path.startsWith(input + sep));
  const watcher = watch(folders, {
    ignoreInitial: true,
    followSymlinks: false,
    // A file that may not be read is told by the run.
    ignorePermissionErrors: true,
    ignored: (path) => !ways.has(path) && !isInput(path),
  });
  // Folders hold nothing by themselves, and are told late: a run of their own would hide what the one before did.
  watcher.on('all', (event) => {
    if (event === 'add' || event === 'change' || event === 'unlink') changed();
  });
  return watcher;
}

function failUnlessUsage({ failed }: WatchListener): (error: unknown) => void {
  return (error) => {
    if (error instanceof UsageError) throw error;
    failed(error);
  };
}

/** Runs one after the other; however many changes come during one, one more follows. */
class Runs {
  readonly #attempt: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #current: Promise<void> = Promise.resolve();

  constructor(attempt: () => Promise<void>) {
    this.#attempt = attempt;
  }

  /** Runs as soon as no further change comes, after whatever is under way. */
  request(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#current = this.#current.then(this.#attempt);
    }, settleTime);
  }

  /** Waits for what is under way; nothing follows it. */
  end(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#current;
  }
}
