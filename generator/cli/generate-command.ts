import { relative, resolve } from 'node:path';
import type { GenerateOptions, GenerateResult } from '../generate.js';
import { generateIfChanged } from '../incremental/generate-if-changed.js';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import { formatDiagnostics } from '../diagnostics/format.js';
import { counted } from '../text/counted.js';
import { screenOf } from '../text/screen.js';
import { UsageError } from '../usage-error.js';
import { createProgress } from './progress.js';
import { explain, Failure } from './run.js';
import { requireSeparateFolders } from './separate-folders.js';

const clearScreen = '\u001b[2J\u001b[3J\u001b[H';

/** Flags of `generate`. */
export interface GenerateFlags {
  readonly catalog: string;
  readonly out: string;
  readonly templates: string;
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly json?: boolean;
}

/**
 * Generates, once or at every change, and tells what it did.
 *
 * @param flags - What the user asked for.
 * @param folder - Paths are relative to it.
 */
export async function generateCommand(flags: GenerateFlags, folder: string): Promise<void> {
  const { check = false, watch = false, json = false } = flags;
  if (watch && (check || json)) throw new UsageError('--watch goes with neither --check nor --json.');
  const options: GenerateOptions = {
    catalog: resolve(folder, flags.catalog),
    out: resolve(folder, flags.out),
    templates: resolve(folder, flags.templates),
    check,
  };
  await requireSeparateFolders(options);
  const where = relative(folder, options.out) || '.';
  if (watch) return watchCommand(options, where, folder);
  // Who asks for JSON reads it by program: progress would be noise.
  const progress = json ? undefined : createProgress(process.stderr, isCi());
  const run = (): Promise<GenerateResult> =>
    generateIfChanged(options, folder, progress && { tell: progress.tell }).finally(progress?.end);
  const result = await (json ? generateAsJson(run, folder) : run());
  if (!json) process.stderr.write(warnings(result, folder));
  const differs = check && result.changes.length > 0;
  if (json) process.stdout.write(`${JSON.stringify(report(result, !differs, folder), null, 2)}\n`);
  else if (check) process.stdout.write(differs ? await diff(result) : `${where} is up to date.\n`);
  else process.stdout.write(summary(result, where));
  if (differs && !json)
    process.stderr.write(
      `${where} differs from what the catalog yields in ${counted(result.changes.length, 'file')}: run generate.\n`,
    );
  if (differs) throw new Failure();
}

/** Says what could be better in the catalog. */
function warnings({ diagnostics }: GenerateResult, folder: string): string {
  const text = formatDiagnostics(diagnostics, 'pretty', folder, { screen: screenOf(process.stderr) });
  return text === '' ? '' : `${text}\n`;
}

/** Says in a line what a run did. */
function summary({ changes, unchanged, kept }: GenerateResult, where: string): string {
  const kinds = (['create', 'update', 'remove'] as const).map(
    (action) => [action, changes.filter((change) => change.action === action).length] as const,
  );
  const done = kinds.filter(([, number]) => number > 0).map(([action, number]) => `${number} ${action}d`);
  const told =
    done.length === 0
      ? `Nothing to do: ${where} is up to date.`
      : `${where}: ${[...done, `${unchanged} unchanged`].join(', ')}.`;
  const backups = kept.map((path) => `  kept what had been edited by hand as ${path}\n`);
  return `${told}\n${backups.join('')}`;
}

function report({ changes, unchanged, kept, diagnostics }: GenerateResult, ok: boolean, folder: string): object {
  return {
    ok,
    changes: changes.map(({ action, path }) => ({ action, path })),
    unchanged,
    kept,
    diagnostics: asJson(diagnostics, folder),
  };
}

/** Watches until the process is told to end. On a terminal each run takes the place of the one before. */
async function watchCommand(options: GenerateOptions, where: string, folder: string): Promise<void> {
  const { watchAndGenerate } = await import('./watch.js');
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const listener = {
    begin: () => {
      if (process.stdout.isTTY && !isCi()) process.stdout.write(clearScreen);
    },
    done: (result: GenerateResult) => {
      process.stderr.write(warnings(result, folder));
      process.stdout.write(summary(result, where));
    },
    failed: (error: unknown) => process.stderr.write(explain(error)),
    watching: () => process.stdout.write('Watching for changes; press Ctrl+C to stop.\n'),
  };
  await watchAndGenerate(options, listener, stop.signal);
}

/** Whether the process runs in CI: https://docs.github.com/actions/reference/workflows-and-actions/variables */
function isCi(): boolean {
  return ![undefined, '', '0', 'false'].includes(process.env['CI']);
}

async function generateAsJson(run: () => Promise<GenerateResult>, folder: string): Promise<GenerateResult> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    const diagnostics = asJson(error.diagnostics, folder);
    process.stdout.write(
      `${JSON.stringify({ ok: false, changes: [], unchanged: 0, kept: [], diagnostics }, null, 2)}\n`,
    );
    throw new Failure();
  }
}

/** Diagnostics as `validate --format json` tells them. */
function asJson(diagnostics: readonly Diagnostic[], folder: string): unknown {
  return JSON.parse(formatDiagnostics(diagnostics, 'json', folder));
}

async function diff({ changes }: GenerateResult): Promise<string> {
  const { unifiedDiff } = await import('../write/unified-diff.js');
  return unifiedDiff(changes);
}
