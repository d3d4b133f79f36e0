import type { Catalog } from './catalog/catalog.js';
import { CatalogError, type Diagnostic } from './diagnostics/diagnostic.js';
import { Reporter } from './diagnostics/reporter.js';
import { lint } from './lint/lint.js';
import { load } from './load/load.js';
import { locatorOf } from './load/locate.js';
import { pluralize } from './text/pluralize.js';
import { validate } from './validate/validate.js';

/** Receives what begins, such as `Reading the catalog`. */
export type ReportStep = (step: string) => void;

/**
 * Reads and validates a catalog.
 *
 * @throws {@link CatalogError} if it has an error.
 * @throws {@link UsageError} if there is no catalog.
 */
export async function readCatalog(path: string, reporter: Reporter, report: ReportStep): Promise<Catalog> {
  report('Reading the catalog');
  const source = await load(path, reporter);
  report(`Validating ${pluralize(source.messages.length, 'message')}`);
  return validate(source, reporter);
}

/** What checking a catalog found. */
export interface ValidateResult {
  /** The catalog; `undefined` where it has an error. */
  readonly catalog: Catalog | undefined;
  /** All errors, or where there is none all warnings, sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads, validates and lints a catalog.
 *
 * @throws {@link UsageError} if there is no catalog.
 */
export async function checkCatalog(path: string, report: ReportStep = () => undefined): Promise<ValidateResult> {
  const reporter = new Reporter(locatorOf);
  try {
    const catalog = await readCatalog(path, reporter, report);
    report('Looking for what could be better');
    lint(catalog, reporter);
    return { catalog, diagnostics: reporter.diagnostics };
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return { catalog: undefined, diagnostics: error.diagnostics };
  }
}
