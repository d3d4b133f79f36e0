import { distance } from 'fastest-levenshtein';
import { catalogFolders, readName, settingsNames } from './catalog-parts.js';

/** Something in a catalog's folder that looks like a part of the catalog, and is not read. */
export interface IgnoredFile {
  /** Path inside the catalog, with `/` between its parts. */
  readonly path: string;
  /** Why it is not read, and what to do. */
  readonly message: string;
}

/** Something in a catalog's folder: directly in it, or at any depth of a folder that is read. */
export interface CatalogEntry {
  /** Path inside the catalog, with `/` between its parts. */
  readonly path: string;
  readonly isFolder: boolean;
}

const yamlName = /\.ya?ml$/i;

/** Names that come close: in capital letters, with an ending that an editor or a system added, or of a dialect of JSON. */
const almostReadName = /\.(?:ya?ml|json)(?:\.txt)?$|\.jsonc$|\.json5$/i;

/** Files that editors and systems put beside others: locks of Emacs, and what macOS adds on foreign disks. */
const besideOthers = /^\.[#_]/;

/**
 * Finds what its maintainer may take for a part of the catalog, and what is not read. Hidden files that are no YAML, such as
 * swap files of editors, and files of other kinds, such as `README.md`, are there on purpose.
 *
 * @param entries - What is in the catalog's folder.
 */
export function ignoredFiles(entries: readonly CatalogEntry[]): IgnoredFile[] {
  return entries.flatMap(({ path, isFolder }) => {
    const message = path.includes('/') ? whyIgnoredInside(path, isFolder) : whyIgnored(path, isFolder);
    return message === undefined ? [] : [{ path, message }];
  });
}

/** Why something that lies beside `catalog.yaml` is not read. */
function whyIgnored(name: string, isFolder: boolean): string | undefined {
  if (isFolder) {
    const meant = catalogFolders.find((folder) => distance(name.toLowerCase(), folder) <= 1);
    return meant === undefined || meant === name
      ? undefined
      : `The folder ${name} is not read: move what it holds to ${meant}/.`;
  }
  if (name.startsWith('.') || !yamlName.test(name) || settingsNames.some((known) => known === name)) return undefined;
  return 'This file is not read here: move it to messages/ or types/, or out of the catalog.';
}

/** Why something in a folder that is read is not read itself. */
function whyIgnoredInside(path: string, isFolder: boolean): string | undefined {
  const names = path.split('/');
  const name = names.at(-1) ?? '';
  const hidden = names.find((each) => each.startsWith('.'));
  if (isFolder) return undefined;
  if (hidden !== undefined) {
    if (!yamlName.test(name) || besideOthers.test(name)) return undefined;
    return `This file is not read, since ${JSON.stringify(hidden)} is hidden: rename it without the dot, or move it out of the catalog.`;
  }
  if (readName.test(name) || !almostReadName.test(name)) return undefined;
  return `This file is not read, since its name ends in none of .yaml, .yml and .json: rename it, or move it out of the catalog.`;
}
