import type { Catalog } from '../catalog/catalog.js';
import { Reporter } from '../diagnostics/reporter.js';
import { load } from '../load/load.js';
import { locatorOf } from '../load/locate.js';
import { validate } from '../validate/validate.js';

/** The catalog in a folder, checked. */
export async function readCatalog(folder: string): Promise<Catalog> {
  const reporter = new Reporter(locatorOf);
  return validate(await load(folder, reporter), reporter);
}
