import { relative, resolve } from 'node:path';
import type { GenerateOptions } from '../generate.js';
import { startCompiler, type Compiler } from '../typecheck/compiler.js';
import { generateIfChanged } from '../generate-if-changed.js';
import { defaultTemplatesFolder } from '../installation.js';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import { pluralize } from '../text/pluralize.js';
import { UsageError } from '../usage-error.js';
import type { RunResult } from '../write/skip-if-unchanged.js';
import { createProgress } from './progress.js';
import { Failure, reportError } from './run.js';
import { requireSeparateFolders } from './separate-folders.js';
import { summary, warningCounts } from './summary.js';

/** Flags of `generate`. */
export interface GenerateFlags {
  readonly catalog: string;
  readonly out: string;
  readonly templates: readonly string[];
  readonly target: readonly string[];
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
    templates: [defaultTemplatesFolder, ...flags.templates.map((path) => resolve(folder, path))],
    targets: flags.target,
    check,
  };
  await requireSeparateFolders(options);
  const where = relative(folder, options.out) || '.';
  if (watch) return (await import('./watch-command.js')).watchCommand(options, where);
  // Who asks for JSON reads it by program: progress would be noise.
  const progress = json ? undefined : createProgress();
  const compilers: Compiler[] = [];
  const start = (): Compiler => {
    const compiler = startCompiler();
    compilers.push(compiler);
    return compiler;
  };
  try {
    if (json) await generateAsJson(options, start(), folder);
    else {
      const run = generateIfChanged(options, folder, start, progress?.tell).finally(progress?.end);
      await printResult(await run, check, where);
    }
  } catch (error) {
    // Before anything is closed: whatever happens then, what was found is known.
    throw await reportError(error);
  } finally {
    for (const compiler of compilers) await compiler.close();
  }
}

async function printResult(result: RunResult, check: boolean, where: string): Promise<void> {
  process.stderr.write(warningCounts(result));
  const differs = check && result.changes.length > 0;
  process.stdout.write(differs ? await diff(result) : summary(result, where));
  if (!differs) return;
  process.stderr.write(
    `${where} differs from what the catalog yields in ${pluralize(result.changes.length, 'file')}: run generate.\n${editedByHand(result)}`,
  );
  throw new Failure();
}

/** Says with `--check` what a run would move aside: a difference alone does not show that it was made by hand. */
function editedByHand({ changes }: RunResult): string {
  return changes
    .filter(({ isForeign }) => isForeign)
    .map(
      ({ path }) =>
        `  ${path} has been edited by hand: generate keeps it as ${path}.orig, or under the next free name.\n`,
    )
    .join('');
}

/** What a run did, and whether that is what was wanted, as a program reads it. */
interface Report extends Pick<RunResult, 'changes' | 'unchanged' | 'kept'> {
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

async function generateAsJson(options: GenerateOptions, compiler: Compiler, folder: string): Promise<void> {
  const { generate } = await import('../generate.js');
  try {
    const result = await generate(options, { compiler });
    const ok = !options.check || result.changes.length === 0;
    await tellReport({ ...result, ok, diagnostics: result.diagnostics() }, folder);
    if (!ok) throw new Failure();
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    await tellReport({ ok: false, changes: [], unchanged: 0, kept: [], diagnostics: error.diagnostics }, folder);
    throw new Failure();
  }
}

async function tellReport({ ok, changes, unchanged, kept, diagnostics }: Report, folder: string): Promise<void> {
  const { plainDiagnostics } = await import('../diagnostics/format.js');
  const { escapeJson } = await import('../text/escape.js');
  const report = {
    ok,
    changes: changes.map(({ action, path, isForeign }) => ({ action, path, isForeign })),
    unchanged,
    kept,
    diagnostics: plainDiagnostics(diagnostics, folder),
  };
  process.stdout.write(`${escapeJson(report)}\n`);
}

async function diff({ changes }: RunResult): Promise<string> {
  const { unifiedDiff } = await import('../write/unified-diff.js');
  return unifiedDiff(changes);
}
