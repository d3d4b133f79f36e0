import type { Reporter } from '../diagnostics/reporter.js';
import type { Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import type { Catalog } from '../catalog/catalog.js';
import { isSwitchedOff } from './switched-rules.js';

/** Something that holds for every catalog. */
export interface Rule {
  /** Id, in kebab-case, as diagnostics name it. */
  readonly id: string;
  /** What holds, as one English sentence: documentation and test title. */
  readonly sentence: string;
  /** Whether `catalog.yaml` can accept a breach with a reason, as of a lint rule. Default: no. */
  readonly isAcceptable?: true;
  /** Reports each place where it does not hold; nothing is known of what the schemas in `flawed` mean. */
  readonly check: (catalog: Catalog, report: Report, flawed: ReadonlySet<unknown>) => void;
}

/** Reports a breach of the rule that is being checked. */
type Report = (file: SourceFile, path: Path, message: string, part?: 'key' | 'value') => void;

/**
 * Checks rules.
 *
 * @param flawed - Schemas of which nothing is known yet, as they have errors. Default: none.
 */
export function checkRules(
  rules: readonly Rule[],
  catalog: Catalog,
  reporter: Reporter,
  flawed: ReadonlySet<unknown> = new Set(),
): void {
  for (const { id, check, isAcceptable = false } of rules) {
    // Settings with an error may mean to accept it.
    if (isAcceptable && reporter.has(catalog.settingsFile)) continue;
    const report: Report = (file, path, message, part = 'value') => {
      const place = { file, path, part };
      if (!isAcceptable || !isSwitchedOff(catalog.settings, id, place)) reporter.error(id, place, message);
    };
    check(catalog, report, flawed);
  }
}
