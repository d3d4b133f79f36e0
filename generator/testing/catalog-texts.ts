import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { ignoredFiles, type CatalogEntry } from '../load/ignored-files.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import type { Catalog } from '../catalog/catalog.js';
import { validate } from '../validate/validate.js';

/** Texts of a catalog's files, by path inside the catalog; `catalog.yaml` may be left out. */
export type CatalogTexts = Readonly<Record<string, string>>;

const settings = 'title: Demo\nversion: 1.0.0\n';

/** Reads a catalog that is on no disk. */
export function sourceOf(texts: CatalogTexts): CatalogSource {
  const read = (path: string, text: string): SourceFile => ({
    path,
    absolutePath: `/catalog/${path}`,
    text,
    value: parseYaml(text).value,
  });
  const files = Object.entries(texts).map(([path, text]) => read(path, text));
  const isRead = (path: string): boolean => /\.(?:yaml|json)$/.test(path) && !path.includes('/.');
  const below = (folder: string): SourceFile[] => files.filter(({ path }) => path.startsWith(folder) && isRead(path));
  return {
    folder: '/catalog',
    settings: files.find(({ path }) => path === 'catalog.yaml') ?? read('catalog.yaml', settings),
    messages: below('messages/'),
    types: below('types/'),
    ignored: ignoredFiles(Object.keys(texts).flatMap(entriesOf)),
  };
}

/** A file, and the outermost folder that it lies in. */
function entriesOf(path: string): CatalogEntry[] {
  const [folder, ...rest] = path.split('/');
  return [{ path, isFolder: false }, ...(rest.length === 0 ? [] : [{ path: folder ?? '', isFolder: true }])];
}

/**
 * Reads and checks a catalog that is on no disk.
 *
 * @throws {@link CatalogError} if it has an error.
 */
export function catalogOf(texts: CatalogTexts): Catalog {
  return validate(sourceOf(texts), new Reporter(locatorOf));
}
