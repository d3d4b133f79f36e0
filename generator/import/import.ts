import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Reporter } from '../diagnostics/reporter.js';
import type { Json } from '../json.js';
import { load } from '../load/load.js';
import { locatorOf } from '../load/locate.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import { settingsNames } from '../load/catalog-parts.js';
import { createFiles } from '../scaffold/create-files.js';
import { modelineFor } from '../scaffold/modeline.js';
import { pointerText } from '../schema/pointer.js';
import { messageFiles } from './message-files.js';
import { readCandidates } from './read-candidates.js';
import { repair } from './repair.js';
import { writeYaml } from './write-yaml.js';
import { lintFindings } from '../lint/lint.js';
import { lintRules } from '../lint/rules.js';
import { makeFolder } from '../write/file-system.js';

/** What to import, and where to. */
export interface ImportOptions {
  /** Absolute paths of files, folders and modules. */
  readonly sources: readonly string[];
  /** Absolute path of the catalog's folder, which may not exist yet. */
  readonly catalog: string;
  /** Absolute path of the project: reports name sources relative to it. */
  readonly project: string;
}

/** Something that an import reports, with its place: in the source, or where it is about a file there, in the catalog. */
export interface ImportNote {
  readonly place: string;
  readonly reason: string;
}

/** What an import did. */
export interface ImportResult {
  /** Paths in the catalog of the files that were written, sorted. */
  readonly written: readonly string[];
  /** How many files were there already, just as they would have been written. */
  readonly unchanged: number;
  /** What was not carried over, or not as it was. */
  readonly losses: readonly ImportNote[];
  /** What was carried over and is wrong in itself, such as a default that does not fit. */
  readonly doubts: readonly ImportNote[];
}

/**
 * Writes messages and shared types of a catalog from schemas in other forms: once, as the result is to be gone on with by
 * hand. Nothing is fetched, and nothing that is there is written over. What was written is valid.
 *
 * @throws {@link UsageError} if a source does not exist.
 * @throws {@link WriteError} if a file cannot be written.
 */
export async function importSources({ sources, catalog, project }: ImportOptions): Promise<ImportResult> {
  const losses = new Map<string, ImportNote>();
  const lose = (place: string, reason: string): undefined => {
    losses.set(`${place}\0${reason}`, { place, reason });
  };
  const loseFile = ({ path }: Pick<SourceFile, 'path'>, reason: string): void =>
    lose(`${basename(catalog)}/${path}`, reason);
  const { candidates, title } = await readCandidates(sources, project, lose);
  const built = messageFiles(candidates);

  const source = await existingCatalog(catalog, title ?? basename(dirname(catalog)));
  const fileOf = ({ path, value }: { readonly path: string; readonly value: Json }): SourceFile => {
    const absolutePath = join(source.folder, path);
    const modeline = path.startsWith('messages/') ? modelineFor(absolutePath, source.messages, project) : '';
    return { path, absolutePath, text: modeline + writeYaml(value), value };
  };
  const fresh: SourceFile[] = [];
  let unchanged = 0;
  for (const file of built.map(fileOf)) {
    const [problem] = parseYaml(file.text).problems;
    const existing = await readFile(file.absolutePath, 'utf8').catch(() => undefined);
    if (problem !== undefined) loseFile(file, `left out: ${problem.message}`);
    else if (existing === undefined) fresh.push(file);
    else if (existing === file.text) unchanged += 1;
    // What is in it is somebody's work.
    else loseFile(file, 'is there already, and differs from what the source says: left as it is');
  }
  const repaired = repair(source, fresh, (file, path, reason) => {
    const origin = built.find((each) => each.path === file.path)?.origin(path);
    if (origin === undefined) loseFile(file, reason);
    else origin.lose(reason);
  });
  const texts = repaired.files.map((file) => (fresh.includes(file) ? file : fileOf(file)));
  if (texts.length > 0) makeFolder(source.folder);
  const settings = existsSync(source.settings.absolutePath) || texts.length === 0 ? [] : [source.settings];
  await createFiles([...settings, ...texts], texts.length > 0 ? await realpath(source.folder) : source.folder);
  const written = [...settings, ...texts].map(({ path }) => path).sort();
  return { written, unchanged, losses: [...losses.values()], doubts: doubtsAbout(repaired, basename(catalog)) };
}

/** Rules on what is wrong in itself: lint finds more, which is no matter of the import. */
const doubtful: ReadonlySet<string> = new Set([
  'valid-default',
  'valid-schema-example',
  'possible-value',
  'satisfiable-schema',
]);

function doubtsAbout({ catalog, files }: ReturnType<typeof repair>, folder: string): ImportNote[] {
  if (catalog === undefined) return [];
  const paths = new Set(files.map(({ path }) => path));
  const rules = lintRules.filter(({ id }) => doubtful.has(id));
  return lintFindings(catalog, rules)
    .filter(({ file }) => paths.has(file.path))
    .map(({ file, path, message }) => ({ place: `${folder}/${file.path}#${pointerText(path)}`, reason: message }));
}

/** The catalog that is there, or an empty one. */
async function existingCatalog(folder: string, title: string): Promise<CatalogSource> {
  if (settingsNames.some((name) => existsSync(join(folder, name)))) return load(folder, new Reporter(locatorOf));
  const value = { title: title.trim() === '' ? 'Messages' : title, version: '0.1.0' };
  const root = await realpath(folder).catch(() => folder);
  const settings = { path: 'catalog.yaml', absolutePath: join(root, 'catalog.yaml'), text: writeYaml(value), value };
  return { folder: root, settings, messages: [], types: [] };
}
