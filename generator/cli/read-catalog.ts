import type { Catalog } from '../catalog/catalog.js';
import type { Reporter } from '../diagnostics/reporter.js';
import { load } from '../load/load.js';
import { pluralize } from '../text/pluralize.js';
import { validate } from '../validate/validate.js';

/**
 * Reads and validates a catalog.
 *
 * @param path - Its folder.
 * @param reporter - Receives its problems.
 * @param report - Receives each step.
 * @throws {@link CatalogError} if it has an error.
 */
export async function readCatalog(path: string, reporter: Reporter, report: (step: string) => void): Promise<Catalog> {
  report('Reading the catalog');
  const source = await load(path, reporter);
  report(`Validating ${pluralize(source.messages.length, 'message')}`);
  return validate(source, reporter);
}
