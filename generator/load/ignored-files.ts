import { distance } from 'fastest-levenshtein';
import { catalogFolders, readName, settingsNames } from './catalog-parts.js';

/** Something in a catalog's folder that looks like a part of the catalog, and is not read. */
export interface IgnoredFile {
  /** Path inside the catalog, with `/` between its parts. */
  readonly path: string;
  /** Why it is not read, and what to do. */
  readonly message: string;
}

/** Something in a catalog's folder, directly or at any depth. */
export interface CatalogEntry {
  /** Path inside the catalog, with `/` between its parts. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** Names that come close: in capital letters, with an ending that an editor or a system added, or of a dialect of JSON. */
const almostReadName = /\.(?:ya?ml|json)(?:\.txt)?$|\.jsonc$|\.json5$/i;

/** Files that editors and systems put beside others: locks of Emacs, and what macOS adds on foreign disks. */
const besideOthers = /^\.[#_]/;

/** Files by which other programs are set up, where a project is a catalog as a whole. */
const ofPrograms =
  /^(?:package|package-lock|npm-shrinkwrap|pnpm-\w+|tsconfig|jsconfig|tslint|deno|biome|renovate|turbo|lerna|nx|vercel|composer|(?:docker-)?compose|mkdocs|codecov|lefthook|taskfile|cspell)(?:\.[\w.-]+)?\.(?:ya?ml|jsonc?)$|[.-]config\.(?:ya?ml|jsonc?)$/i;

/** Folders in which a project keeps what is no catalog. */
const ofProjects = /^(?:docs?|documentation|tests?|scripts|templates|generated|dist|build|coverage|node_modules)$/i;

/**
 * Whether a folder beside those of a catalog may hold what was meant to be a part of it, by its name.
 *
 * @param name - The folder's name.
 */
export function mayHoldParts(name: string): boolean {
  return !name.startsWith('.') && !ofProjects.test(name);
}

/**
 * Finds what its maintainer may take for a part of the catalog, and what is not read. Hidden files that are no YAML, such as
 * swap files of editors, and files of other kinds, such as `README.md`, are there on purpose.
 *
 * @param entries - What is in the catalog's folder.
 */
export function ignoredFiles(entries: readonly CatalogEntry[]): IgnoredFile[] {
  const told = new Map<string, string>();
  for (const { path, isFolder } of entries) {
    const [outermost = '', ...deeper] = path.split('/');
    const isInside = catalogFolders.some((folder) => folder === outermost);
    const message = isInside ? whyIgnoredInside(path, isFolder) : whyIgnored(path, isFolder);
    const place = isInside || deeper.length === 0 ? path : outermost;
    if (message !== undefined) told.set(place, message);
  }
  return [...told].map(([path, message]) => ({ path, message }));
}

/** Why something that lies beside `catalog.yaml`, or in a folder that does, is not read. */
function whyIgnored(path: string, isFolder: boolean): string | undefined {
  const [outermost = '', ...deeper] = path.split('/');
  const isBelow = isFolder || deeper.length > 0;
  const meant = isBelow && catalogFolders.find((folder) => distance(outermost.toLowerCase(), folder) <= 1);
  if (meant) return `The folder ${outermost} is not read: move what it holds to ${meant}/.`;
  if (isFolder || !isPartByName(path)) return undefined;
  const what = isBelow
    ? `The folder ${outermost} is not read: move what it holds`
    : 'This file is not read here: move it';
  return `${what} to messages/ or types/, or out of the catalog.`;
}

/** Whether what lies beside the folders of a catalog has the name of a file that is read in them. */
function isPartByName(path: string): boolean {
  const names = path.split('/');
  const name = names.at(-1) ?? '';
  if (names.some((each) => each.startsWith('.')) || !names.slice(0, -1).every(mayHoldParts)) return false;
  return almostReadName.test(name) && !ofPrograms.test(name) && !settingsNames.some((known) => known === path);
}

/** Why something in a folder that is read is not read itself. */
function whyIgnoredInside(path: string, isFolder: boolean): string | undefined {
  const names = path.split('/');
  const name = names.at(-1) ?? '';
  const hidden = names.find((each) => each.startsWith('.'));
  if (isFolder) return undefined;
  if (hidden !== undefined) {
    if (!/\.ya?ml$/i.test(name) || besideOthers.test(name)) return undefined;
    return `This file is not read, since ${JSON.stringify(hidden)} is hidden: rename it without the dot, or move it out of the catalog.`;
  }
  if (readName.test(name) || !almostReadName.test(name)) return undefined;
  return `This file is not read, since its name ends in none of .yaml, .yml and .json: rename it, or move it out of the catalog.`;
}
