import { existsSync, type Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { compareText } from '../diagnostics/diagnostic.js';
import type { Reporter } from '../diagnostics/reporter.js';
import { isJsonObject } from '../json.js';
import { systemErrorCode, systemErrorPath, systemErrorReason, systemErrorRemedy } from '../system-error.js';
import { UsageError } from '../usage-error.js';
import { changelogName, readName, settingsNames, type catalogFolders } from './catalog-parts.js';
import { entryPath, ignoredFiles } from './ignored-files.js';
import { parseYaml } from './parse-yaml.js';
import { isInside, readText } from './read-text.js';
import type { CatalogSource, SourceFile } from './source.js';

/**
 * Reads every file of a catalog. Nothing outside the folder is read or listed, whatever links lead there.
 *
 * @param reporter - Receives what cannot be read; such a file's value is `null`.
 * @param known - Files of another catalog, by path: where the text is the same, so is the value. Default: none.
 * @throws {@link UsageError} if there is no such folder, no `catalog.yaml` in it, or a folder in it cannot be listed.
 */
export async function load(
  folder: string,
  reporter: Reporter,
  known: ReadonlyMap<string, SourceFile> = new Map(),
): Promise<CatalogSource> {
  const root = await realpath(resolve(folder)).catch(() => {
    throw new UsageError(
      `There is no catalog at ${folder}: name its folder with --catalog, or make one with worker-codegen init.`,
    );
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
  const messages = await readPart(root, 'messages', reporter, known);
  const types = await readPart(root, 'types', reporter, known);
  const settings = readSource(root, settingsName, reporter);
  return {
    folder: root,
    settings,
    licenseText: readLicence(root, settings, reporter),
    messages: messages.files,
    types: types.files,
    ...(names.includes(changelogName) && { changelog: readReported(root, join(root, changelogName), reporter) ?? '' }),
    ignored: ignoredFiles(root, [...entries.map(entryPath), ...messages.paths, ...types.paths]),
  };
}

/** The files of a part of a catalog, and the paths of all that are there. */
async function readPart(
  root: string,
  part: (typeof catalogFolders)[number],
  reporter: Reporter,
  known: ReadonlyMap<string, SourceFile>,
): Promise<{ readonly files: readonly SourceFile[]; readonly paths: readonly string[] }> {
  const folder = join(root, part);
  const target = await realpath(folder).catch(() => undefined);
  if (target === undefined || !isInside(root, target)) {
    const message = `The folder ${part} is a link out of the catalog: put the folder itself here.`;
    if (target !== undefined) reporter.errorAt('readable-file', { absolutePath: folder, text: '' }, [0, 0], message);
    return { files: [], paths: [] };
  }
  // Without a part of its files, a catalog would look like one that never had them.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw unlistable(systemErrorPath(error) ?? folder, error, 'a catalog has a folder of files there');
  });
  const pathOf = ({ parentPath, name }: Dirent): string => relative(root, join(parentPath, name)).split(sep).join('/');
  const files = entries.filter((entry) => !entry.isDirectory());
  const read = files
    // A link whose name has no ending may stand for a folder of files, which is reported.
    .filter((entry) => readName.test(entry.name) || (entry.isSymbolicLink() && !entry.name.includes('.')))
    .map(pathOf)
    .filter((path) => !path.includes('/.'))
    .sort(compareText);
  return { files: read.map((path) => readSource(root, path, reporter, known.get(path))), paths: files.map(pathOf) };
}

/** The text of the file that the settings name as the licence: one of the catalog's own folder. */
function readLicence(root: string, settings: SourceFile, reporter: Reporter): string | undefined {
  const part = isJsonObject(settings.value) ? settings.value['package'] : undefined;
  const name = isJsonObject(part) ? part['licenseFile'] : undefined;
  if (typeof name !== 'string' || name === '' || /[\\/]/.test(name)) return undefined;
  const path = join(root, name);
  const missing = `There is no file ${JSON.stringify(name)} beside ${settings.path}: add it, or correct the name.`;
  const { text, problem } = existsSync(path) ? readText(root, path) : { text: '', problem: missing };
  if (problem === undefined) return text;
  reporter.error('readable-file', { file: settings, path: ['package', 'licenseFile'] }, problem);
  return undefined;
}

function unlistable(folder: string, error: unknown, wanted: string): UsageError {
  if (systemErrorCode(error) === 'ENOTDIR') return new UsageError(`${folder} is no folder: ${wanted}.`);
  return new UsageError(`${folder} cannot be listed (${systemErrorReason(error)}): ${systemErrorRemedy(error)}.`);
}

function readSource(root: string, path: string, reporter: Reporter, known?: SourceFile): SourceFile {
  const file = { path, absolutePath: join(root, path) };
  const text = readReported(root, file.absolutePath, reporter);
  if (text === undefined) return { ...file, text: '', value: null };
  return text === known?.text ? { ...file, text, value: known.value } : parseSource({ ...file, text }, reporter);
}

/** The text of a file; `undefined` of one that cannot be read, which is reported. */
function readReported(root: string, absolutePath: string, reporter: Reporter): string | undefined {
  const { text, problem, offset = 0 } = readText(root, absolutePath);
  if (problem === undefined) return text;
  reporter.errorAt('readable-file', { absolutePath, text }, [offset, offset + 1], problem);
  return undefined;
}

/** Parses the text of a file; reports what is no YAML, and then gives it the value `null`. */
export function parseSource(file: Omit<SourceFile, 'value'>, reporter: Reporter): SourceFile {
  const { value, problems } = parseYaml(file.text);
  for (const { range, message } of problems) reporter.errorAt('yaml-syntax', file, range, message);
  return { ...file, value };
}
