import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { load } from '../load/load.js';
import { validate } from '../validate/validate.js';

/** Contents of a catalog's files, by path; `catalog.yaml` is added where it is missing. */
export type CatalogFiles = Readonly<Record<string, string | Uint8Array>>;

/** A catalog on the disk for the time of a test. */
export interface CatalogFolder extends AsyncDisposable {
  /** Real path of the folder. */
  readonly path: string;
}

/** Writes a catalog into a new folder; dispose of it to remove it. */
export async function writeCatalog(files: CatalogFiles): Promise<CatalogFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'catalog-')));
  const all: CatalogFiles = { 'catalog.yaml': 'title: Demo\nversion: 1.0.0\n', ...files };
  for (const [name, content] of Object.entries(all)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Everything that is wrong with the catalog in a folder. */
async function diagnoseFolder(folder: string): Promise<readonly Diagnostic[]> {
  const reporter = new Reporter();
  try {
    validate(await load(folder, reporter), reporter);
    return reporter.diagnostics;
  } catch (error) {
    if (error instanceof CatalogError) return error.diagnostics;
    throw error;
  }
}

/** Everything that is wrong with a catalog, a line each: `path:line:column rule: message`. */
export async function diagnose(files: CatalogFiles): Promise<string[]> {
  await using folder = await writeCatalog(files);
  return (await diagnoseFolder(folder.path)).map((diagnostic) => oneLine(diagnostic, folder.path));
}

/** A diagnostic in a line: `path:line:column rule: message`. */
export function oneLine({ file, start, rule, message }: Diagnostic, folder: string): string {
  return `${relative(folder, file)}:${start.line}:${start.column} ${rule}: ${message}`;
}
