import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Reporter } from '../diagnostics/reporter.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import type { Catalog } from '../validate/catalog.js';
import { validate } from '../validate/validate.js';

/** Texts of a catalog's files, by path inside the catalog; `catalog.yaml` may be left out. */
export type CatalogTexts = Readonly<Record<string, string>>;

const settings = 'title: Demo\nversion: 1.0.0\n';

/** A folder with a catalog in it; dispose of it to remove it. */
export interface CatalogFolder extends AsyncDisposable {
  /** Absolute path of the folder around the catalog. */
  readonly root: string;
  /** Absolute path of the catalog. */
  readonly catalog: string;
  /** Reads a file of the catalog. */
  read(path: string): Promise<string>;
}

/** Writes a catalog into a new folder. */
export async function createCatalogFolder(texts: CatalogTexts): Promise<CatalogFolder> {
  const root = await mkdtemp(join(tmpdir(), 'catalog-'));
  const catalog = join(root, 'catalog');
  for (const [path, text] of Object.entries({ 'catalog.yaml': settings, ...texts })) {
    await mkdir(dirname(join(catalog, path)), { recursive: true });
    await writeFile(join(catalog, path), text);
  }
  return {
    root,
    catalog,
    read: (path) => readFile(join(catalog, path), 'utf8'),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

/** Reads a catalog that is on no disk. */
export function sourceOf(texts: CatalogTexts): CatalogSource {
  const read = (path: string, text: string): SourceFile => ({
    path,
    absolutePath: `/catalog/${path}`,
    text,
    value: parseYaml(text).value,
  });
  const files = Object.entries(texts).map(([path, text]) => read(path, text));
  const below = (folder: string): SourceFile[] => files.filter(({ path }) => path.startsWith(folder));
  return {
    folder: '/catalog',
    settings: files.find(({ path }) => path === 'catalog.yaml') ?? read('catalog.yaml', settings),
    messages: below('messages/'),
    types: below('types/'),
  };
}

/**
 * Reads and checks a catalog that is on no disk.
 *
 * @throws {@link CatalogError} if it has an error.
 */
export function catalogOf(texts: CatalogTexts): Catalog {
  return validate(sourceOf(texts), new Reporter());
}
