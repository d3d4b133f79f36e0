import type { Reporter } from '../diagnostics/reporter.js';
import type { Catalog } from '../catalog/catalog.js';
import { isSwitchedOff } from './switched-rules.js';

/** Id of the lint rule that warns of what is not read. */
export const readFileRule = 'read-file';

/**
 * Warns of what is not read beside errors: what is missing may well be in there. A catalog without errors is linted.
 */
export function warnOfIgnored({ settings, ignored }: Catalog, reporter: Reporter): void {
  for (const { file, message } of ignored) {
    const place = { file, path: [] };
    if (!isSwitchedOff(settings, readFileRule, place)) reporter.warning(readFileRule, place, message);
  }
}
