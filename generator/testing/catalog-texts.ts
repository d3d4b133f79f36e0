import { compareText } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { ignoredFiles } from '../load/ignored-files.js';
import { readName } from '../load/catalog-parts.js';
import { parseSource } from '../load/load.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import type { Catalog } from '../catalog/catalog.js';
import { validate } from '../validate/validate.js';

/** Texts of a catalog's files, by path inside the catalog; `catalog.yaml` may be left out. */
export type CatalogTexts = Readonly<Record<string, string>>;

/** Where such a catalog would be on the disk. */
export const memoryFolder = '/catalog';
const settings = 'title: Demo\nversion: 1.0.0\n';

/**
 * Reads a catalog that is on no disk.
 *
 * @param texts - Its files.
 * @param reporter - Receives what is no YAML. Default: nobody asks.
 */
export function sourceOf(texts: CatalogTexts, reporter = new Reporter(locatorOf)): CatalogSource {
  const read = (path: string, text: string): SourceFile =>
    parseSource({ path, absolutePath: `${memoryFolder}/${path}`, text }, reporter);
  const files = Object.entries(texts)
    .map(([path, text]) => read(path, text))
    .sort((a, b) => compareText(a.path, b.path));
  const isRead = (path: string): boolean => readName.test(path) && !path.includes('/.');
  const below = (folder: string): SourceFile[] => files.filter(({ path }) => path.startsWith(folder) && isRead(path));
  return {
    folder: memoryFolder,
    settings: files.find(({ path }) => path === 'catalog.yaml') ?? read('catalog.yaml', settings),
    messages: below('messages/'),
    types: below('types/'),
    changelog: texts['CHANGELOG.md'] ?? '',
    ignored: ignoredFiles(memoryFolder, [...new Set(Object.keys(texts).flatMap(pathsOf))]),
  };
}

/** The path of a file, and that of the outermost folder that it lies in. */
function pathsOf(path: string): string[] {
  const [folder, ...rest] = path.split('/');
  return rest.length === 0 ? [path] : [`${folder}/`, path];
}

/**
 * Reads and checks a catalog that is on no disk.
 *
 * @throws {@link CatalogError} if it has an error.
 */
export function catalogOf(texts: CatalogTexts): Catalog {
  return validate(sourceOf(texts), new Reporter(locatorOf));
}
