import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compareText } from '../../diagnostics/diagnostic.js';
import type { Json } from '../../json.js';
import { maxFileBytes } from '../../limits.js';
import { yamlLibrary } from '../../load/yaml-library.js';
import { pluralize } from '../../text/pluralize.js';
import { UsageError } from '../../usage-error.js';
import type { ReportLoss, SourceDocument } from '../sources.js';

/** A file of a source that is no document of JSON or YAML: what it is for, other modules know. */
export interface OtherFile {
  readonly label: string;
  /** Absolute path. */
  readonly path: string;
  readonly folders: readonly string[];
}

const documentName = /\.(?:json|schema|ya?ml)$/i;
const moduleName = /\.[cm]?[jt]s$/i;
const pageName = /\.mdx?$/i;

/**
 * Reads the files of sources: those named, and in folders those that can be schemas, however deep.
 *
 * @param paths - Absolute paths of files and folders.
 * @param folder - Reports name files relative to it.
 * @throws {@link UsageError} if a source does not exist.
 */
export async function readSources(
  paths: readonly string[],
  folder: string,
  report: ReportLoss,
): Promise<{ documents: readonly SourceDocument[]; modules: readonly OtherFile[]; pages: readonly OtherFile[] }> {
  const documents = new Map<string, SourceDocument>();
  // Modules are run; Markdown is what EventCatalog keeps beside schemas.
  const [modules, pages]: [OtherFile[], OtherFile[]] = [[], []];
  for (const { path, folders, isNamed } of (await Promise.all(paths.map(listSource))).flat()) {
    const file: OtherFile = { path, folders, label: relative(folder, path).split(sep).join('/') };
    if (moduleName.test(path)) modules.push(file);
    else if (pageName.test(path)) pages.push(file);
    else {
      const value = await readDocument(path, isNamed).catch((error: unknown) =>
        report(file.label, `cannot be read: ${firstLine(error)}`),
      );
      if (value !== undefined)
        documents.set(path, { label: file.label, uri: pathToFileURL(path).href, value, folders });
    }
  }
  return { documents: [...documents.values()], modules, pages };
}

async function listSource(path: string): Promise<{ path: string; folders: string[]; isNamed: boolean }[]> {
  const place = await realpath(path).catch(() => {
    throw new UsageError(`There is no ${path}: name a file or folder that holds schemas.`);
  });
  if (!(await stat(place)).isDirectory()) return [{ path: place, folders: [], isNamed: true }];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && (documentName.test(entry.name) || pageName.test(entry.name)))
    .map((entry) => ({
      path: join(entry.parentPath, entry.name),
      folders: relative(place, entry.parentPath)
        .split(sep)
        .filter((name) => name !== ''),
      isNamed: false,
    }))
    .filter(({ folders }) => !folders.some((name) => name.startsWith('.') || name === 'node_modules'))
    .sort((a, b) => compareText(a.path, b.path));
}

async function readDocument(path: string, isNamed: boolean): Promise<Json | undefined> {
  const { size } = await stat(path);
  if (size > maxFileBytes) throw new Error(`it has ${pluralize(size, 'byte')}, and ${maxFileBytes} are read at most`);
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  // Lock files and the like lie in folders of schemas too.
  if (!isNamed && /^(?:package(?:-lock)?|tsconfig.*|composer|deno)\.json$/.test(basename(path))) return undefined;
  if (/\.json$|\.schema$/i.test(path) && /^\s*[[{tf]/.test(text)) return JSON.parse(text) as Json;
  const value: unknown = yamlLibrary().parse(text, { merge: true, logLevel: 'error', maxAliasCount: 1000 });
  // As JSON has it: a date is its text, and an alias a copy.
  return JSON.parse(JSON.stringify(value ?? null)) as Json;
}

/** The first line of what an error says. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
