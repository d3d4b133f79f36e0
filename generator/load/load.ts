import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { compareText } from '../diagnostics/diagnostic.js';
import type { Reporter } from '../diagnostics/reporter.js';
import { systemErrorCode, systemErrorPath, systemErrorReason, systemErrorRemedy } from '../system-error.js';
import { UsageError } from '../usage-error.js';
import { readName, settingsNames, type CatalogFolder } from './catalog-parts.js';
import { entriesBeside } from './entries-beside.js';
import { ignoredFiles, type CatalogEntry } from './ignored-files.js';
import { parseYaml } from './parse-yaml.js';
import { isInside, readText } from './read-text.js';
import type { CatalogSource, SourceFile } from './source.js';

/**
 * Reads every file of a catalog. Nothing outside the folder is read or listed, whatever links lead there.
 *
 * @param folder - The catalog's folder.
 * @param reporter - Receives what cannot be read; such a file's value is `null`.
 * @throws {@link UsageError} if there is no such folder, no `catalog.yaml` in it, or a folder in it cannot be listed.
 */
export async function load(folder: string, reporter: Reporter): Promise<CatalogSource> {
  const root = await realpath(resolve(folder)).catch(() => {
    throw new UsageError(`There is no catalog at ${folder}: name its folder with --catalog.`);
  });
  const entries = await readdir(root, { withFileTypes: true }).catch((error: unknown) => {
    throw unlistable(folder, error, 'name the folder that holds catalog.yaml with --catalog');
  });
  const names = entries.map(({ name }) => name);
  const [settingsName, ...others] = settingsNames.filter((name) => names.includes(name));
  if (settingsName === undefined) {
    const near = names.find((name) => /^catalog\.(?:ya?ml|json)/i.test(name));
    const advice = near === undefined ? 'it is not a catalog' : `rename ${near} to catalog.yaml`;
    throw new UsageError(`${folder} holds no catalog.yaml: ${advice}.`);
  }
  for (const name of others) {
    const message = `The settings stand in ${settingsName} already: remove one of the two files.`;
    reporter.errorAt('readable-file', { absolutePath: join(root, name), text: '' }, [0, 0], message);
  }
  const unread: CatalogFolder[] = [];
  const inside = await entriesBeside(root, entries);
  const readAll = async (part: CatalogFolder): Promise<SourceFile[]> => {
    const listed = await listFiles(root, part, reporter);
    if (listed === undefined) unread.push(part);
    inside.push(...(listed ?? []));
    return pathsToRead(listed ?? []).map((path) => readSource(root, path, reporter));
  };
  const settings = readSource(root, settingsName, reporter);
  const [messages, types] = await Promise.all([readAll('messages'), readAll('types')]);
  return { folder: root, settings, messages, types, unread, ignored: ignoredFiles(inside) };
}

/** What is in a part of a catalog, at any depth; `undefined` where it lies outside. */
async function listFiles(root: string, part: string, reporter: Reporter): Promise<ListedEntry[] | undefined> {
  const folder = join(root, part);
  const target = await realpath(folder).catch(() => undefined);
  if (target === undefined) return [];
  if (!isInside(root, target)) {
    const message = `The folder ${part} is a link out of the catalog: put the folder itself here.`;
    reporter.errorAt('readable-file', { absolutePath: folder, text: '' }, [0, 0], message);
    return undefined;
  }
  // Without a part of its files, a catalog would look like one that never had them.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw unlistable(systemErrorPath(error) ?? folder, error, 'a catalog has a folder of files there');
  });
  return entries.map((entry) => ({
    path: relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'),
    isFolder: entry.isDirectory(),
    isFolderLink: isFolderLink(entry),
  }));
}

interface ListedEntry extends CatalogEntry {
  readonly isFolderLink: boolean;
}

/** Files that are read, sorted; links to folders too, which reading them tells. */
function pathsToRead(entries: readonly ListedEntry[]): string[] {
  return entries
    .filter(({ path, isFolder, isFolderLink: isLink }) => !isFolder && (readName.test(path) || isLink))
    .map(({ path }) => path)
    .filter((path) => !path.split('/').some((name) => name.startsWith('.')))
    .sort(compareText);
}

function unlistable(folder: string, error: unknown, wanted: string): UsageError {
  if (systemErrorCode(error) === 'ENOTDIR') return new UsageError(`${folder} is no folder: ${wanted}.`);
  return new UsageError(`${folder} cannot be listed (${systemErrorReason(error)}): ${systemErrorRemedy(error)}.`);
}

/** A link that may stand for a folder of files; what else it is, reading it will tell. */
function isFolderLink(entry: Dirent): boolean {
  return entry.isSymbolicLink() && !entry.name.includes('.');
}

function readSource(root: string, path: string, reporter: Reporter): SourceFile {
  const absolutePath = join(root, path);
  const read = readText(root, absolutePath);
  if ('problem' in read) {
    const { text, offset, problem } = read;
    reporter.errorAt('readable-file', { absolutePath, text }, [offset, offset + 1], problem);
    return { path, absolutePath, text: '', value: null };
  }
  return parseSource({ path, absolutePath, text: read.text }, reporter);
}

/**
 * Parses the text of a file.
 *
 * @param file - The file without its value.
 * @param reporter - Receives what is no YAML.
 * @returns The file; its value is `null` where the text is no YAML.
 */
export function parseSource(file: Omit<SourceFile, 'value'>, reporter: Reporter): SourceFile {
  const { value, problems } = parseYaml(file.text);
  for (const { range, message } of problems) reporter.errorAt('yaml-syntax', file, range, message);
  return { ...file, value };
}
