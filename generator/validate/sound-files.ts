import type { Reporter } from '../diagnostics/reporter.js';
import type { SourceFile } from '../load/source.js';
import type { Catalog } from './catalog.js';
import { References } from './references.js';
import { allSites, rootSites } from './schema-site.js';

/**
 * The files whose schemas, and all that they refer to, have no error so far.
 *
 * @param catalog - A catalog.
 * @param reporter - Holds the errors found so far.
 */
export function soundFiles(catalog: Catalog, reporter: Reporter): ReadonlySet<SourceFile> {
  const users = new Map<SourceFile, SourceFile[]>();
  const unsound: SourceFile[] = rootSites(catalog)
    .map(({ file }) => file)
    .filter((file) => reporter.has(file, References.schemaPath(file)));
  for (const { file, schema } of allSites(catalog)) {
    if (typeof schema === 'boolean' || schema.$ref === undefined) continue;
    const target = catalog.references.resolve(schema.$ref, file);
    if ('problem' in target) unsound.push(file);
    else if (target.file !== file) users.set(target.file, [...(users.get(target.file) ?? []), file]);
  }
  const sound = new Set(rootSites(catalog).map(({ file }) => file));
  for (let file = unsound.pop(); file !== undefined; file = unsound.pop()) {
    if (sound.delete(file)) unsound.push(...(users.get(file) ?? []));
  }
  return sound;
}
