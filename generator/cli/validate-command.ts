import { relative, resolve } from 'node:path';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Format } from '../diagnostics/formats.js';
import { Reporter } from '../diagnostics/reporter.js';
import { lint } from '../lint/lint.js';
import { lintRules } from '../lint/rules.js';
import { load } from '../load/load.js';
import { counted } from '../text/counted.js';
import { screenOf } from '../text/screen.js';
import type { Catalog } from '../validate/catalog.js';
import { ruleSentences } from '../validate/rule-sentences.js';
import { validate } from '../validate/validate.js';
import { isCi } from './is-ci.js';
import { createProgress } from './progress.js';
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
  const say = (text: string): void => {
    if (format === 'pretty') process.stdout.write(text);
  };
  try {
    if (fix) {
      const { fixCatalog } = await import('../lint/fix-catalog.js');
      const { count, files } = await fixCatalog(path);
      const where = files.map((file) => relative(folder, file)).join(', ');
      say(count === 0 ? 'Nothing to fix.\n' : `Fixed ${counted(count, 'finding')} in ${where}.\n`);
    }
    const reporter = new Reporter();
    const { catalog, warnings } = await check(path, reporter, format === 'pretty');
    await tell(reporter.diagnostics, format, folder);
    const counts = [counted(catalog.messages.length, 'message'), counted(catalog.types.length, 'shared type')];
    if (warnings > 0) counts.push(counted(warnings, 'warning'));
    say(`${warnings > 0 ? '\n' : ''}The catalog is valid: ${counts.join(', ')}.\n`);
    if (warnings <= maxWarnings) return;
    say(`That is more than --max-warnings ${maxWarnings} allows.\n`);
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    await tell(error.diagnostics, format, folder);
    say(`\n${error.message}\n`);
  }
  throw new Failure();
}

/** Reads, validates and lints, and on a terminal or in CI tells people how far it is. */
async function check(
  path: string,
  reporter: Reporter,
  isForPeople: boolean,
): Promise<{ readonly catalog: Catalog; readonly warnings: number }> {
  const progress = isForPeople ? createProgress(process.stderr, isCi()) : undefined;
  try {
    progress?.tell('Reading the catalog');
    const source = await load(path, reporter);
    progress?.tell(`Validating ${counted(source.messages.length, 'message')}`);
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
  const screen = screenOf(process.stdout);
  const sentences = new Map([...ruleSentences, ...lintRules.map(({ id, sentence }) => [id, sentence] as const)]);
  process.stdout.write(formatDiagnostics(diagnostics, format, folder, { screen, sentences }));
}
