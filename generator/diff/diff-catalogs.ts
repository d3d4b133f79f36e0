import type { Catalog } from '../catalog/catalog.js';
import type { Change, Diff, DiffOptions } from './change-report.js';

/**
 * Compares two versions of a catalog. Both are checked catalogs; neither is changed.
 *
 * @param before - The version that callers and workers have.
 * @param after - The version that is to come.
 */
export async function diffCatalogs(before: Catalog, after: Catalog, _options: DiffOptions): Promise<Diff> {
  const kept = new Set(after.messages.map(({ name }) => name));
  const changes = before.messages
    .filter(({ name }) => !kept.has(name))
    .map(({ name, sentBy = 'both' }): Change => {
      const reason = 'The message is removed.';
      return { message: name, sentBy, side: 'oldWriters', level: 'runtime-breaking', pointer: '', reason };
    });
  const report = {
    before: before.settings.version,
    after: after.settings.version,
    bump: changes.length > 0 ? ('major' as const) : ('none' as const),
    changes,
    exports: [],
    notices: [],
  };
  return { report, problems: [] };
}
