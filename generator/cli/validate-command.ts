import { relative, resolve } from 'node:path';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import { formatDiagnostics, type Format } from '../diagnostics/format.js';
import { Reporter } from '../diagnostics/reporter.js';
import { lint } from '../lint/lint.js';
import { lintRules } from '../lint/rules.js';
import { load } from '../load/load.js';
import { counted } from '../text/counted.js';
import { screenOf } from '../text/screen.js';
import { ruleSentences } from '../validate/rule-sentences.js';
import { validate } from '../validate/validate.js';
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
    const catalog = validate(await load(path, reporter), reporter);
    const warnings = lint(catalog, reporter);
    tell(reporter.diagnostics, format, folder);
    const counts = [counted(catalog.messages.length, 'message'), counted(catalog.types.length, 'shared type')];
    if (warnings > 0) counts.push(counted(warnings, 'warning'));
    say(`${warnings > 0 ? '\n' : ''}The catalog is valid: ${counts.join(', ')}.\n`);
    if (warnings <= maxWarnings) return;
    say(`That is more than --max-warnings ${maxWarnings} allows.\n`);
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    tell(error.diagnostics, format, folder);
    say(`\n${error.message}\n`);
  }
  throw new Failure();
}

function tell(diagnostics: readonly Diagnostic[], format: Format, folder: string): void {
  const screen = screenOf(process.stdout);
  const sentences = new Map([...ruleSentences, ...lintRules.map(({ id, sentence }) => [id, sentence] as const)]);
  process.stdout.write(formatDiagnostics(diagnostics, format, folder, { screen, sentences }));
}
