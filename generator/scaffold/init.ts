import { existsSync, readFileSync } from 'node:fs';
import { realpath, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { scaffoldFolder, toolVersion } from '../installation.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import { settingsNames } from '../load/catalog-parts.js';
import { yamlLibrary } from '../load/yaml-library.js';
import { makeFolder } from '../write/file-system.js';
import { asWriteError } from '../write/write-error.js';
import { UsageError } from '../usage-error.js';
import { createFiles } from './create-files.js';
import { scaffold } from './scaffold.js';

/** What starting a project did. */
export interface InitResult {
  /** Paths below the project's folder of the files that were made or, with the package's, completed. */
  readonly created: readonly string[];
  /** Files that were there and are as they were, with what they lack. */
  readonly kept: readonly { readonly path: string; readonly text: string }[];
}

/** Other files of the project, and their names in this package, from which npm leaves out a `.gitignore`. */
const projectFiles: Readonly<Record<string, string>> = {
  '.gitignore': 'gitignore',
  '.vscode/settings.json': 'settings.json',
  '.vscode/extensions.json': 'extensions.json',
  '.github/workflows/catalog.yml': 'catalog.yml',
};

/** Scripts of the project's package. */
const scripts: Readonly<Record<string, string>> = {
  generate: 'worker-codegen generate',
  validate: 'worker-codegen validate',
};

/**
 * Starts a project: a catalog with a request and its outcome, which generates at once, settings of editors and of git, a
 * workflow for CI, and the scripts of `package.json`. What is there stays as it is; a `package.json` gets what it lacks.
 *
 * @param folder - Absolute path of the project; made where it is missing.
 * @throws {@link UsageError} if `package.json` is no JSON, or something is in the way of a file or folder.
 * @throws {@link WriteError} if a file cannot be written.
 */
export async function init(folder: string): Promise<InitResult> {
  try {
    makeFolder(folder);
  } catch (error) {
    throw asWriteError(error, { where: folder, instead: 'name another folder' });
  }
  const project = await realpath(folder);
  const manifest = completedManifest(project);
  const wanted = Object.entries(projectFiles).map(
    ([path, name]) => [path, readFileSync(join(scaffoldFolder, 'project', name), 'utf8')] as const,
  );
  const isThere = (path: string): boolean => existsSync(join(project, path));
  const hasCatalog = settingsNames.some((name) => isThere(`catalog/${name}`));
  const files = [
    ...(hasCatalog ? [] : catalogFiles(project)),
    ...wanted.map(([path, text]) => fileOf(project, path, text)),
  ].filter(({ path }) => !isThere(path));
  await createFiles(files, project);
  const created = files.map(({ path }) => path);
  if (manifest !== undefined) {
    await writeFile(join(project, 'package.json'), manifest);
    created.push('package.json');
  }
  const others = wanted.filter(([path]) => !created.includes(path));
  const kept = others.filter(([path, text]) => readFileSync(join(project, path), 'utf8') !== text);
  return { created, kept: kept.map(([path, text]) => ({ path, text })) };
}

const fileOf = (project: string, path: string, text: string): SourceFile => ({
  path,
  absolutePath: join(project, path),
  text,
  value: null,
});

/** A catalog of two messages: a job that is asked for, and how it ended. */
function catalogFiles(project: string): SourceFile[] {
  const words = basename(project)
    .replaceAll(/[-_.]+/g, ' ')
    .trim();
  const value = { title: words.replace(/^./u, (first) => first.toUpperCase()) || 'Queue', version: '0.1.0' };
  const settings = { ...fileOf(join(project, 'catalog'), 'catalog.yaml', yamlLibrary().stringify(value)), value };
  const source: CatalogSource = { folder: join(project, 'catalog'), settings, messages: [], types: [] };
  const messages = scaffold(source, { name: 'report-render-request', domain: 'report', withOutcome: true, project });
  return [settings, ...messages].map((file) => ({ ...file, path: `catalog/${file.path}` }));
}

/** The text of `package.json` with what it lacks, indented as it was; `undefined` where it lacks nothing. */
function completedManifest(project: string): string | undefined {
  const path = join(project, 'package.json');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const manifest: Manifest = text === undefined ? { private: true } : parseManifest(text, path);
  const own = { ...manifest.dependencies, ...manifest.devDependencies };
  const isInstalled = own['@mesh-sync/worker-codegen'] !== undefined || manifest.name === '@mesh-sync/worker-codegen';
  const added = Object.entries(scripts).filter(([name]) => manifest.scripts?.[name] === undefined);
  if (text !== undefined && isInstalled && added.length === 0) return undefined;
  const complete = {
    ...manifest,
    scripts: { ...manifest.scripts, ...Object.fromEntries(added) },
    ...(!isInstalled && { devDependencies: { ...manifest.devDependencies, '@mesh-sync/worker-codegen': toolVersion } }),
  };
  const indent = /^[{\s]*?\n([ \t]+)"/.exec(text ?? '')?.[1] ?? '  ';
  return `${JSON.stringify(complete, null, indent)}\n`;
}

interface Manifest {
  readonly private?: boolean;
  readonly name?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function parseManifest(text: string, path: string): Manifest {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    throw new UsageError(`${path} is no JSON: fix it first.`);
  }
}
