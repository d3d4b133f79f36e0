import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { mapBounded } from '../concurrency.js';
import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { UsageError } from '../usage-error.js';
import { parseYaml } from './parse-yaml.js';
import { ParsedFiles } from './parsed-files.js';
import type { CatalogSource, SourceFile } from './source.js';

const extensions = /\.(?:yaml|yml|json)$/;
const settingsNames = ['catalog.yaml', 'catalog.yml', 'catalog.json'];

/**
 * Reads every file of a catalog. Nothing outside the folder is read, whatever links lead there.
 *
 * @param folder - The catalog's folder.
 * @param reporter - Receives what cannot be read; such a file's value is `null`.
 * @param parsed - What the files of an earlier run held. Default: nothing.
 * @throws {@link UsageError} if there is no such folder, or no `catalog.yaml` in it.
 */
export async function load(
  folder: string,
  reporter: Reporter,
  parsed: ParsedFiles = new ParsedFiles(),
): Promise<CatalogSource> {
  const root = await realpath(resolve(folder)).catch(() => {
    throw new UsageError(`There is no catalog at ${folder}: name its folder with --catalog.`);
  });
  const names = await readdir(root).catch(() => {
    throw new UsageError(`The catalog ${folder} is not a folder.`);
  });
  const settingsName = settingsNames.find((name) => names.includes(name));
  if (settingsName === undefined) {
    throw new UsageError(`${folder} holds no catalog.yaml: it is not a catalog.`);
  }
  const read = (path: string): Promise<SourceFile> => readSource(root, path, reporter, parsed);
  const [settings, messages, types] = await Promise.all([
    read(settingsName),
    listFiles(root, 'messages').then((paths) => mapBounded(paths, read)),
    listFiles(root, 'types').then((paths) => mapBounded(paths, read)),
  ]);
  return { folder: root, settings, messages, types };
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && extensions.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort(compareText);
}

async function readSource(root: string, path: string, reporter: Reporter, parsed: ParsedFiles): Promise<SourceFile> {
  const absolutePath = join(root, path);
  const unreadable = (message: string): SourceFile => {
    reporter.errorAt('readable-file', { absolutePath, text: '' }, [0, 0], message);
    return { path, absolutePath, text: '', value: null };
  };
  const target = await realpath(absolutePath).catch(() => undefined);
  if (target === undefined) return unreadable('This link leads nowhere: remove it.');
  if (!target.startsWith(root + sep))
    return unreadable('This link leads out of the catalog: put the file itself here.');
  if (!(await lstat(target)).isFile()) return unreadable('This is not a file.');
  const bytes = await readFile(target);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return unreadable('This file is not valid UTF-8: save it as UTF-8.');
  }
  const hash = contentHash(bytes);
  const known = parsed.recall(hash);
  if (known !== undefined) return { path, absolutePath, text, value: known };
  const { value, problems } = parseYaml(text);
  if (problems.length === 0) parsed.remember(hash, value);
  for (const { range, message } of problems) reporter.errorAt('yaml-syntax', { absolutePath, text }, range, message);
  return { path, absolutePath, text, value: problems.length > 0 ? null : value };
}
