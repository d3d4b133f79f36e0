import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { GenerateOptions, RunResult } from '../generate.js';
import { startCompiler, type Compiler } from '../typecheck/compiler.js';
import { generateIfChanged } from '../generate-if-changed.js';
import { defaultTemplatesFolder } from '../installation.js';
import { CatalogError } from '../diagnostics/diagnostic.js';
import { escapeLine } from '../text/escape.js';
import { pluralize } from '../text/pluralize.js';
import { UsageError } from '../usage-error.js';
import { withProgress } from './progress.js';
import { Failure, reportError } from './run.js';
import { requireSeparateFolders } from '../separate-folders.js';
import { summary, warningCounts } from './summary.js';
import { manifestName } from '../write/manifest.js';

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
 * Generates, once or at every change, and says what it did.
 *
 * @throws {@link Failure} if nothing could be generated, which is reported, or a check finds a difference.
 * @throws {@link UsageError} if options do not go together, or the output is among what it is made from.
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
  const compilers: Compiler[] = [];
  const start = (): Compiler => {
    const compiler = startCompiler();
    compilers.push(compiler);
    return compiler;
  };
  try {
    if (json) return await generateAsJson(options, start(), folder);
    const result = await withProgress(true, (report) => generateIfChanged(options, folder, start, report));
    await printResult(result, check, where);
    if (!check) process.stderr.write(await otherTargets(result, options.out, where));
  } catch (error) {
    // Before anything is closed: whatever happens then, what was found is known.
    throw await reportError(error, !check);
  } finally {
    for (const compiler of compilers) await compiler.close();
  }
}

/** Says once what a check left out. */
const noTypeScript5 =
  'note: Checked with TypeScript 7 alone: install ts-morph@28.0.0 as a development dependency to check with TypeScript 5 too.\n';

/** Says which targets an earlier run wrote and one that changed others did not, so that they may be stale. */
async function otherTargets({ changes, targets }: RunResult, out: string, where: string): Promise<string> {
  const names = changes.length === 0 ? [] : await readdir(out);
  const others = names.filter((name) => !targets.includes(name) && existsSync(join(out, name, manifestName))).sort();
  const list = escapeLine(others.map((name) => `${where}/${name}`).join(', '));
  return others.length === 0
    ? ''
    : `note: Not generated, and perhaps older than the catalog: ${list}. Name them with --target, or all.\n`;
}

async function printResult(result: RunResult, check: boolean, where: string): Promise<void> {
  process.stderr.write(warningCounts(result));
  if (result.lacksTypeScript5 === true) process.stderr.write(noTypeScript5);
  const { changes } = result;
  if (!check || changes.length === 0) {
    process.stdout.write(summary(result, where));
    return;
  }
  process.stdout.write((await import('../write/unified-diff.js')).unifiedDiff(changes));
  const count = pluralize(changes.length, 'file');
  process.stderr.write(`${where} differs from what the catalog yields in ${count}: run generate.\n`);
  // A difference alone does not show that it was made by hand.
  for (const { path } of changes.filter(({ isForeign }) => isForeign))
    process.stderr.write(
      `  ${path} has been edited by hand: generate keeps it as ${path}.orig, or under the next free name.\n`,
    );
  throw new Failure();
}

/** Prints as JSON, for a program, what a run did and whether that is what was wanted. */
async function generateAsJson(options: GenerateOptions, compiler: Compiler, folder: string): Promise<void> {
  const { generate } = await import('../generate.js');
  const { plainDiagnostics } = await import('../diagnostics/format.js');
  const { escapeJson } = await import('../text/escape.js');
  const found = await generate(options, { compiler }).catch((error: unknown) => {
    if (error instanceof CatalogError) return error;
    throw error;
  });
  const isInvalid = found instanceof CatalogError;
  const { changes, unchanged, kept } = isInvalid ? { changes: [], unchanged: 0, kept: [] } : found;
  const report = {
    ok: !isInvalid && (!options.check || changes.length === 0),
    changes: changes.map(({ action, path, isForeign }) => ({ action, path, isForeign })),
    unchanged,
    kept,
    diagnostics: plainDiagnostics(isInvalid ? found.diagnostics : found.diagnostics(), folder),
  };
  process.stdout.write(`${escapeJson(report)}\n`);
  if (!report.ok) throw new Failure();
}
