import { once } from 'node:events';
import { realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { withCompiler } from '../typecheck/compiler.js';
import { generate, type GenerateOptions, type GenerateResult } from '../generate.js';
import { catalogParts } from '../load/catalog-parts.js';
import { systemErrorCode } from '../system-error.js';
import { UsageError } from '../usage-error.js';

/**
 * Milliseconds without a further change after which a save is taken to be complete. Of a file that changes again within
 * 50 ms, chokidar reports only the first change: a run must not begin before that.
 */
const settleTime = 75;

/** Receives what happens while watching. */
export interface WatchListener {
  /** A run begins. */
  readonly begin: () => void;
  /** A step of a run begins. */
  readonly step: (step: string) => void;
  readonly done: (result: GenerateResult) => void;
  /** A run failed: for problems of the catalog, or anything else. */
  readonly failed: (error: unknown) => void;
  /** Changes are seen from now on: after the first run. */
  readonly watching: () => void;
}

/**
 * Generates now and at every change of the catalog or the templates, one run after the other. The compiler stays loaded. A
 * run that fails is reported, and the next change tried.
 *
 * @returns When nothing of it runs any more.
 * @throws {@link UsageError} if a folder is missing to begin with, or the system watches no more files.
 */
export function watchAndGenerate(
  options: GenerateOptions,
  listener: WatchListener,
  signal: AbortSignal,
): Promise<void> {
  return withCompiler(async (compiler) => {
    const run = async (): Promise<void> => {
      listener.begin();
      listener.done(await generate(options, { compiler, report: listener.step }));
    };
    let timer: NodeJS.Timeout | undefined;
    let runs = Promise.resolve();
    const watcher = await watchInputs(options, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        runs = runs.then(run).catch(listener.failed);
      }, settleTime);
    });
    try {
      const first = run().catch((error: unknown) => {
        if (error instanceof UsageError) throw error;
        listener.failed(error);
      });
      await Promise.all([once(watcher, 'ready'), first]);
      watcher.on('error', (error) => listener.failed(asWatchError(error)));
      if (!signal.aborted) {
        listener.watching();
        await once(signal, 'abort');
      }
    } catch (error) {
      throw asWatchError(error);
    } finally {
      await watcher.close();
      clearTimeout(timer);
      await runs;
    }
  });
}

/**
 * Watches the catalog's own files and the templates, from the folders above: what is moved away and comes back, as when
 * branches are switched, is still watched. Links inside are not followed: they could lead to the whole disk.
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
    // The run reports a file that may not be read.
    ignorePermissionErrors: true,
    ignored: (path) => !ways.has(path) && !isInput(path),
  });
  // Folders hold nothing by themselves, and are reported late: a run of their own would hide what the one before did.
  return watcher.on('all', (event) => {
    if (event === 'add' || event === 'change' || event === 'unlink') changed();
  });
}

/** Limits of inotify(7): that of watched files is reported as a full disk, that of watchers as too many open files. */
const watchLimits: Readonly<Record<string, string>> = {
  ENOSPC: 'fs.inotify.max_user_watches',
  EMFILE: 'fs.inotify.max_user_instances, or the limit of open files (ulimit -n)',
};

/** Says which limit is reached where the operating system watches no more files; gives any other error back as it is. */
export function asWatchError(error: unknown): unknown {
  const isWatching = error instanceof Error && 'syscall' in error && error.syscall === 'watch';
  const limit = isWatching ? watchLimits[systemErrorCode(error) ?? ''] : undefined;
  if (limit === undefined) return error;
  return new UsageError(`The system watches no more files for you: raise ${limit}, or end other watching programs.`);
}
