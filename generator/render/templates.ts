import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareText } from '../diagnostics/diagnostic.js';
import { systemErrorCode, systemErrorPath, systemErrorReason, systemErrorRemedy } from '../system-error.js';
import { UsageError } from '../usage-error.js';

/** What an output file is made once for. */
export type TemplateScope = 'package' | 'message' | 'type';

/** One file of a template folder. */
export interface TemplateFile {
  /** Path below the templates folder, with `/`; the first part names the target. */
  readonly path: string;
  /** Path of the output below the output folder; `[message]` or `[type]` in it stands for the name. */
  readonly outputPath: string;
  readonly scope: TemplateScope;
  /** Handlebars source of a template; the content of a file that is copied. */
  readonly content: string;
  readonly isTemplate: boolean;
}

/**
 * Reads the templates of all targets. `.hbs` files are templates, others are copied; a name that starts with `_`, and
 * tests, are no output.
 *
 * @param folder - The templates folder; each folder in it is a target.
 * @throws {@link UsageError} if it cannot be read, or has no target.
 */
export async function loadTemplates(folder: string): Promise<TemplateFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    const code = systemErrorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw unreadable(error, folder);
    throw new UsageError(`There are no templates at ${folder}: name their folder with --templates.`);
  });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path.includes('/') && !isPrivate(path))
    .sort(compareText);
  if (paths.length === 0)
    throw new UsageError(`${folder} holds no target: a folder of templates for each output package.`);
  // One after the other: for small files that is several times as fast as asking for many at once.
  return paths.map((path) => templateFile(path, readText(join(folder, path))));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(error, path);
  }
}

function unreadable(error: unknown, path: string): unknown {
  if (systemErrorCode(error) === undefined) return error;
  const where = systemErrorPath(error) ?? path;
  return new UsageError(`${where} cannot be read (${systemErrorReason(error)}): ${systemErrorRemedy(error)}.`);
}

function templateFile(path: string, content: string): TemplateFile {
  const outputPath = path.replace(/\.hbs$/, '');
  const scope = outputPath.includes('[message]') ? 'message' : outputPath.includes('[type]') ? 'type' : 'package';
  return { path, outputPath, scope, content, isTemplate: outputPath !== path };
}

function isPrivate(path: string): boolean {
  const parts = path.split('/');
  return (
    parts.some((part) => part.startsWith('_') || part === 'node_modules' || part === 'dist') ||
    /\.test(?:-d)?\.ts$/.test(path)
  );
}
