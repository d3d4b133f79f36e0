import type { Catalog, MessageDefinition } from '../catalog/catalog.js';
import { allSites } from '../catalog/schema-site.js';
import type { CatalogSource, SourceFile } from '../load/source.js';

/** The files of messages and types of a catalog, by path. */
export function filesOf({ messages, types }: Catalog): ReadonlyMap<string, SourceFile> {
  return new Map([...messages, ...types].map(({ file }) => [file.path, file]));
}

/**
 * Finds the files that mean the same in two versions: they and all that they refer to hold the same. They are as valid in the one
 * as in the other, and their values are the same objects.
 *
 * @param source - One version, read with the files of the other as known ones.
 * @param other - The other one, checked.
 * @returns The one, whose other files share no values with the other version, and the paths of the files.
 */
export function unchangedFiles(
  source: CatalogSource,
  other: Catalog,
): { readonly source: CatalogSource; readonly unchanged: ReadonlySet<string> } {
  const files = filesOf(other);
  const shared = [...source.messages, ...source.types].filter(({ path, value }) => files.get(path)?.value === value);
  const unchanged = new Set(shared.map(({ path }) => path));
  const references = referencesBetweenFiles(other);
  for (let size = -1; size !== unchanged.size;) {
    size = unchanged.size;
    for (const { from, to } of references) if (!unchanged.has(to)) unchanged.delete(from);
  }
  const changed = new Set(shared.filter(({ path }) => !unchanged.has(path)));
  const own = (file: SourceFile): SourceFile =>
    changed.has(file) ? { ...file, value: structuredClone(file.value) } : file;
  return { source: { ...source, messages: source.messages.map(own), types: source.types.map(own) }, unchanged };
}

/**
 * Names of the messages that may differ in two versions, since their files do or another message names them, and of those whose
 * files other files refer to.
 */
export function changedMessages(before: Catalog, after: Catalog): ReadonlySet<string> {
  const [was, is] = [filesOf(before), filesOf(after)];
  const targets = new Set([...referencesBetweenFiles(before), ...referencesBetweenFiles(after)].map(({ to }) => to));
  const isChanged = ({ file: { path } }: MessageDefinition): boolean =>
    targets.has(path) || was.get(path)?.value !== is.get(path)?.value;
  const changed = [...before.messages, ...after.messages].filter(isChanged);
  return new Set(changed.flatMap(({ name, outcome = name, emits }) => [name, outcome, ...emits]));
}

/** Which files of a catalog refer to which others, as paths. */
function referencesBetweenFiles(catalog: Catalog): { readonly from: string; readonly to: string }[] {
  return allSites(catalog).flatMap(({ file, schema: { $ref } }) => {
    const to = $ref === undefined ? file : catalog.references.target($ref, file).file;
    return to === file ? [] : [{ from: file.path, to: to.path }];
  });
}
