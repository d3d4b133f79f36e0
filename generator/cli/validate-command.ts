import { resolve } from 'node:path';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import { formatDiagnostics, hasColours, type Format } from '../diagnostics/format.js';
import { Reporter } from '../diagnostics/reporter.js';
import { load } from '../load/load.js';
import { ruleSentences } from '../validate/rule-sentences.js';
import { validate } from '../validate/validate.js';
import { Failure } from './run.js';

/** Flags of `validate`. */
export interface ValidateFlags {
  readonly catalog: string;
  readonly format: Format;
}

/**
 * Checks a catalog and tells what is wrong with it, on standard output.
 *
 * @param flags - What the user asked for.
 * @param folder - Paths are relative to it.
 * @throws {@link Failure} if the catalog has an error.
 */
export async function validateCommand(flags: ValidateFlags, folder: string): Promise<void> {
  const reporter = new Reporter();
  const tell = (diagnostics: readonly Diagnostic[]): string =>
    formatDiagnostics(diagnostics, flags.format, folder, {
      isColoured: hasColours(process.stdout),
      sentences: ruleSentences,
    });
  const catalog = resolve(folder, flags.catalog);
  const source = await load(catalog, reporter);
  try {
    const { messages, types } = validate(source, reporter);
    process.stdout.write(tell(reporter.diagnostics));
    if (flags.format === 'pretty')
      process.stdout.write(`The catalog is valid: ${messages.length} messages, ${types.length} shared types.\n`);
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    process.stdout.write(tell(error.diagnostics));
    if (flags.format === 'pretty') process.stdout.write(`\n${error.message}\n`);
    throw new Failure();
  }
}
