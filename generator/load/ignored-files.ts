import { join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { catalogFolders, readName, settingsNames } from './catalog-parts.js';
import type { IgnoredFile } from './source.js';

/** Names that come close: in capital letters, with an ending that an editor added, or of a dialect of JSON. */
const almostReadName = /\.(?:ya?ml|json)(?:\.txt)?$|\.json[c5]$/i;

/** The path of what is directly in a catalog's folder, as {@link ignoredFiles} takes it. */
export const entryPath = (entry: { readonly name: string; isDirectory(): boolean }): string =>
  entry.name + (entry.isDirectory() ? '/' : '');

/** Finds what was perhaps meant as a part of a catalog in a folder, by paths inside it; those of folders end with `/`. */
export function ignoredFiles(root: string, paths: readonly string[]): IgnoredFile[] {
  return paths.flatMap((entry) => {
    const message = whyIgnored(entry);
    const path = entry.replace(/\/$/, '');
    return message === undefined
      ? []
      : [{ file: { path, absolutePath: join(root, path), text: '', value: null }, message }];
  });
}

function whyIgnored(path: string): string | undefined {
  const [folder = '', ...names] = path.split('/');
  const name = names.at(-1) ?? '';
  if (catalogFolders.some((each) => each === folder)) {
    // What is hidden is so on purpose.
    const isMeant = almostReadName.test(name) && !readName.test(name) && !names.some((each) => each.startsWith('.'));
    return isMeant
      ? 'This file is not read, since its name ends in none of .yaml, .yml and .json: rename it, or move it out of the catalog.'
      : undefined;
  }
  if (path.endsWith('/')) {
    const meant = catalogFolders.find((each) => distance(folder.toLowerCase(), each) <= 1);
    return meant && `The folder ${folder} is not read: move what it holds to ${meant}/.`;
  }
  if (names.length > 0 || settingsNames.some((each) => each === folder)) return undefined;
  // JSON is left out, as a whole project may be a catalog: `package.json`, `tsconfig.json`.
  return /^[^.].*\.ya?ml(?:\.txt)?$/i.test(folder)
    ? 'This file is not read here: move it to messages/ or types/, or out of the catalog.'
    : undefined;
}
