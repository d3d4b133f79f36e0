import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { load } from '../load/load.js';
import { validate } from '../validate/validate.js';
import { memoryFolder, sourceOf, type CatalogTexts } from './catalog-texts.js';

/** Contents of a catalog's files, by path; `catalog.yaml` is added where it is missing. */
export type CatalogFiles = Readonly<Record<string, string | Uint8Array>>;

/** A catalog on the disk for the time of a test. */
export interface CatalogFolder extends AsyncDisposable {
  /** Real path of the folder. */
  readonly path: string;
  /** Real path of the folder that was made for the test: the catalog's own, or the one around it. */
  readonly root: string;
  /** Reads a file of the catalog. */
  readonly read: (name: string) => Promise<string>;
}

/**
 * Writes a catalog into a new folder; dispose of it to remove it.
 *
 * @param files - The catalog's files.
 * @param name - Name of the catalog's folder inside the new one. Default: the new folder is the catalog.
 */
export async function writeCatalog(files: CatalogFiles, name = ''): Promise<CatalogFolder> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'catalog-')));
  const path = join(root, name);
  const all: CatalogFiles = { 'catalog.yaml': 'title: Demo\nversion: 1.0.0\n', ...files };
  for (const [file, content] of Object.entries(all)) {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), content);
  }
  return {
    path,
    root,
    read: (file) => readFile(join(path, file), 'utf8'),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

/** Everything that is wrong with the catalog in a folder. */
export async function diagnoseFolder(folder: string): Promise<readonly Diagnostic[]> {
  const reporter = new Reporter(locatorOf);
  try {
    validate(await load(folder, reporter), reporter);
    return reporter.diagnostics;
  } catch (error) {
    if (error instanceof CatalogError) return error.diagnostics;
    throw error;
  }
}

/** Everything that is wrong with a catalog that is on no disk, a line each: `path:line:column rule: message`. */
export function diagnose(texts: CatalogTexts): string[] {
  const reporter = new Reporter(locatorOf);
  try {
    validate(sourceOf(texts, reporter), reporter);
    return reporter.diagnostics.map((each) => oneLine(each, memoryFolder));
  } catch (error) {
    if (error instanceof CatalogError) return error.diagnostics.map((each) => oneLine(each, memoryFolder));
    throw error;
  }
}

/** A diagnostic in a line: `path:line:column rule: message`. */
export function oneLine({ file, start, rule, message }: Diagnostic, folder: string): string {
  return `${relative(folder, file)}:${start.line}:${start.column} ${rule}: ${message}`;
}
