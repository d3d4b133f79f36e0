import { contentHash } from '../content-hash.js';
import { closureDigests, reachable } from '../graph.js';
import type { SourceFile } from '../load/source.js';
import type { Memory } from '../memory.js';
import type { Catalog } from '../catalog/catalog.js';
import { allSites, rootSites } from '../catalog/schema-site.js';

/** Of a catalog, what has to be looked at again. */
export interface ChangedFiles {
  /** The files that were not valid before as they are now, and all that these refer to. */
  readonly catalog: Catalog;
  /** Whether others are left out. */
  readonly isPart: boolean;
  /**
   * Keeps that all files are valid.
   *
   * @param except - Those that are to be looked at again, whether they change or not.
   */
  readonly accept: (except: ReadonlySet<SourceFile>) => void;
}

/**
 * Finds the files of a catalog whose schemas and examples may say what they did not before: those with another text, and
 * those that refer to one with another text, directly or not.
 *
 * @param catalog - A catalog whose references lead somewhere.
 * @param valid - Keys of what was valid before.
 */
export function changedFiles(catalog: Catalog, valid: Memory<true>): ChangedFiles {
  const targets = new Map<SourceFile, Set<SourceFile>>(rootSites(catalog).map(({ file }) => [file, new Set()]));
  for (const { file, schema } of allSites(catalog)) {
    if (typeof schema === 'boolean' || schema.$ref === undefined) continue;
    targets.get(file)?.add(catalog.references.target(schema.$ref, file).file);
  }
  const targetsOf = (file: SourceFile): Iterable<SourceFile> => targets.get(file) ?? [];
  const own = new Map([...targets.keys()].map((file) => [file, contentHash(`${file.path}\n${file.text}`)]));
  const keys = [...closureDigests(own, targetsOf)].map(([file, digest]) => ({ file, key: `contents ${digest}` }));
  const changed = keys.filter(({ key }) => valid.recall(key) === undefined);
  const checked = reachable(
    changed.map(({ file }) => file),
    targetsOf,
  );
  const isChecked = ({ file }: { readonly file: SourceFile }): boolean => checked.has(file);
  const isPart = checked.size < own.size;
  return {
    catalog: isPart
      ? { ...catalog, messages: catalog.messages.filter(isChecked), types: catalog.types.filter(isChecked) }
      : catalog,
    isPart,
    accept: (except) => {
      for (const { file, key } of changed) if (!except.has(file)) valid.remember(key, true);
    },
  };
}
