import { relative, resolve } from 'node:path';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Format } from '../diagnostics/formats.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import type { FixResult } from '../lint/fix-catalog.js';
import { lint } from '../lint/lint.js';
import { lintRules } from '../lint/rules.js';
import { load } from '../load/load.js';
import { pluralize } from '../text/pluralize.js';
import { terminalInfo } from '../text/terminal.js';
import { escapeLine } from '../text/escape.js';
import type { Catalog } from '../catalog/catalog.js';
import { ruleSentences } from '../validate/rule-sentences.js';
import { validate } from '../validate/validate.js';
import { createProgress, type Progress } from './progress.js';
import { Failure } from './run.js';

/** Flags of `validate`. */
export interface ValidateFlags {
  readonly catalog: string;
  readonly format: Format;
  readonly fix?: boolean;
  /** Most warnings that count as success. Default: any number. */
  readonly maxWarnings?: number;
}

/**
 * Checks a catalog and tells what is wrong with it, on standard output.
 *
 * @param flags - What the user asked for.
 * @param folder - Paths are relative to it.
 * @throws {@link Failure} if the catalog has an error, or more warnings than allowed.
 */
export async function validateCommand(flags: ValidateFlags, folder: string): Promise<void> {
  const { format, fix = false, maxWarnings = Infinity } = flags;
  const path = resolve(folder, flags.catalog);
  const isForPeople = format === 'pretty';
  const say = (text: string): void => {
    if (isForPeople) process.stdout.write(text);
  };
  const progress = isForPeople ? createProgress() : undefined;
  let consequence = '';
  try {
    if (fix) {
      consequence = ' Nothing was fixed.';
      say(fixSummary(await fixFindings(path, progress), folder));
      consequence = '';
    }
    const reporter = new Reporter(locatorOf);
    const { catalog, warnings } = await check(path, reporter, progress);
    await tell(reporter.diagnostics, format, folder);
    const counts = [pluralize(catalog.messages.length, 'message'), pluralize(catalog.types.length, 'shared type')];
    if (warnings > 0) counts.push(pluralize(warnings, 'warning'));
    say(`${warnings > 0 ? '\n' : ''}The catalog is valid: ${counts.join(', ')}.\n`);
    if (warnings <= maxWarnings) return;
    // Nothing else tells why the command fails; a form for programs is not to be mixed with it.
    const told = isForPeople ? process.stdout : process.stderr;
    told.write(`${pluralize(warnings, 'warning')}: more than --max-warnings ${maxWarnings} allows.\n`);
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    await tell(error.diagnostics, format, folder);
    say(`\n${error.message}${consequence}\n`);
  }
  throw new Failure();
}

async function fixFindings(path: string, progress: Progress | undefined): Promise<FixResult> {
  try {
    progress?.tell('Fixing what can be fixed');
    const { fixCatalog } = await import('../lint/fix-catalog.js');
    return await fixCatalog(path);
  } finally {
    progress?.end();
  }
}

/** So many files are told by name. */
const mostNames = 10;

/** Says what was fixed and what was not; those that were not are told as warnings. */
function fixSummary({ count, leftOut, files }: FixResult, folder: string): string {
  const names = files.map((file) => escapeLine(relative(folder, file)));
  const where = names.length > mostNames ? pluralize(names.length, 'file') : names.join(', ');
  const fixed = count === 0 ? '' : `Fixed ${pluralize(count, 'finding')} in ${where}.\n`;
  const left =
    leftOut === 0
      ? ''
      : `Left ${pluralize(leftOut, 'finding')} alone, as the fix would change more than it should, or make the catalog invalid: mend what the warnings tell by hand.\n`;
  return `${fixed}${left}` || 'Nothing to fix.\n';
}

/** Reads, validates and lints, and on a terminal or in CI tells people how far it is. */
async function check(
  path: string,
  reporter: Reporter,
  progress: Progress | undefined,
): Promise<{ readonly catalog: Catalog; readonly warnings: number }> {
  try {
    progress?.tell('Reading the catalog');
    const source = await load(path, reporter);
    progress?.tell(`Validating ${pluralize(source.messages.length, 'message')}`);
    const catalog = validate(source, reporter);
    progress?.tell('Looking for what could be better');
    return { catalog, warnings: lint(catalog, reporter) };
  } finally {
    progress?.end();
  }
}

async function tell(diagnostics: readonly Diagnostic[], format: Format, folder: string): Promise<void> {
  if (format === 'pretty' && diagnostics.length === 0) return;
  const { formatDiagnostics } = await import('../diagnostics/format.js');
  const terminal = terminalInfo(process.stdout);
  const sentences = new Map([...ruleSentences, ...lintRules.map(({ id, sentence }) => [id, sentence] as const)]);
  process.stdout.write(formatDiagnostics(diagnostics, format, folder, { terminal, sentences }));
}
