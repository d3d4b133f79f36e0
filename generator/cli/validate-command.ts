import { relative, resolve } from 'node:path';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Format } from '../diagnostics/formats.js';
import { isInside } from '../load/read-text.js';
import type { FixResult } from '../lint/fix-catalog.js';
import { lintRules } from '../lint/rules.js';
import { checkCatalog } from '../read-catalog.js';
import { pointerText } from '../schema/pointer.js';
import { escapeLine } from '../text/escape.js';
import { pluralize } from '../text/pluralize.js';
import { terminalInfo } from '../text/terminal.js';
import { ruleSentences } from '../validate/rules.js';
import { withProgress } from './progress.js';
import { Failure } from './run.js';
import { listLines } from './summary.js';

/** Flags of `validate`. */
export interface ValidateFlags {
  readonly catalog: string;
  readonly format: Format;
  readonly fix?: boolean;
  /** Most warnings that count as success. Default: any number. */
  readonly maxWarnings?: number;
}

/**
 * Prints the problems of a catalog on standard output.
 *
 * @throws {@link Failure} if one is an error, or more are warnings than allowed.
 * @throws {@link UsageError} if there is no catalog, or one of the files to be fixed has changed meanwhile.
 * @throws {@link WriteError} if a fix cannot be written.
 */
export async function validateCommand(flags: ValidateFlags, folder: string): Promise<void> {
  const { format, fix = false, maxWarnings = Infinity } = flags;
  const path = resolve(folder, flags.catalog);
  const isForPeople = format === 'pretty';
  const say = (text: string): void => {
    if (isForPeople) process.stdout.write(text);
  };
  let isFixing = fix;
  try {
    const fixing = async (report: (step: string) => void): Promise<FixResult> => {
      report('Fixing what can be fixed');
      return (await import('../lint/fix-catalog.js')).fixCatalog(path);
    };
    if (fix) say(fixSummary(await withProgress(isForPeople, fixing), folder));
    isFixing = false;
    const { catalog, diagnostics } = await withProgress(isForPeople, (report) => checkCatalog(path, report));
    if (catalog === undefined) throw new CatalogError(diagnostics);
    await print(diagnostics, format, folder);
    const warnings = diagnostics.length;
    const counts = [pluralize(catalog.messages.length, 'message'), pluralize(catalog.types.length, 'shared type')];
    if (warnings > 0) counts.push(pluralize(warnings, 'warning'));
    say(`${warnings > 0 ? '\n' : ''}The catalog is valid: ${counts.join(', ')}.\n`);
    if (warnings <= maxWarnings) return;
    // Nothing else says why the command fails; a format for programs is not to be mixed with it.
    const stream = isForPeople ? process.stdout : process.stderr;
    stream.write(`${pluralize(warnings, 'warning')}: more than --max-warnings ${maxWarnings} allows.\n`);
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    await print(error.diagnostics, format, folder);
    say(`\n${error.message}${isFixing ? ' Nothing was fixed.' : ''}\n`);
  }
  throw new Failure();
}

/** Files that are named. */
const maxNames = 10;

/** Says what was fixed and what was not; what was not is reported as warnings too. */
function fixSummary({ fixed: additions, leftOut, files }: FixResult, folder: string): string {
  const names = files.map((file) => escapeLine(relative(folder, file)));
  const where = names.length > maxNames ? pluralize(names.length, 'file') : names.join(', ');
  const lines = additions.map(({ file, path, keyword, value }) => {
    const place = `${relative(folder, file.absolutePath)}#${pointerText(path)}`;
    return `${place}: added ${keyword}: ${String(value)}`;
  });
  const fixed =
    lines.length === 0 ? '' : `Fixed ${pluralize(lines.length, 'finding')} in ${where}.\n${listLines(lines)}`;
  const left =
    leftOut === 0
      ? ''
      : `Left ${pluralize(leftOut, 'finding')} alone, as the fix would change more than it should, or make the catalog invalid: fix by hand what the warnings say.\n`;
  return `${fixed}${left}` || 'Nothing to fix.\n';
}

async function print(diagnostics: readonly Diagnostic[], format: Format, folder: string): Promise<void> {
  if (format === 'pretty' && diagnostics.length === 0) return;
  const { formatDiagnostics } = await import('../diagnostics/format.js');
  const terminal = terminalInfo(process.stdout);
  const sentences = new Map([...ruleSentences, ...lintRules.map(({ id, sentence }) => [id, sentence] as const)]);
  const base = format === 'github' || format === 'sarif' ? repositoryFolder(folder) : folder;
  process.stdout.write(formatDiagnostics(diagnostics, format, base, { terminal, sentences }));
}

/** GitHub reads paths from the repository's root, which in a job with a working directory is another folder. */
function repositoryFolder(folder: string): string {
  const root = process.env['GITHUB_WORKSPACE'];
  return root !== undefined && root !== '' && isInside(resolve(root), folder) ? resolve(root) : folder;
}
