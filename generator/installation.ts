import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: the nearest one above this module that holds a package.json, built or not. */
export const toolFolder = packageAbove(dirname(fileURLToPath(import.meta.url)));

/** Version of this package. */
export const toolVersion = (
  JSON.parse(readFileSync(join(toolFolder, 'package.json'), 'utf8')) as { readonly version: string }
).version;

/** Holds the JSON Schemas of catalog files. */
export const schemasFolder = join(toolFolder, 'generator/schemas');

/** Holds the templates that come with the generator. */
export const defaultTemplatesFolder = join(toolFolder, 'templates');

/** Holds the terms of licences. */
export const licencesFolder = join(toolFolder, 'generator/render/licences');

/** Holds the files of new projects and messages. */
export const scaffoldFolder = join(toolFolder, 'generator/scaffold');

/** All that the program's behaviour comes from, besides the packages that its package.json pins. */
export const programPaths: readonly string[] = [
  dirname(fileURLToPath(import.meta.url)),
  fileURLToPath(new URL('../templates/typescript/src/validators/runtime', import.meta.url)),
  schemasFolder,
  licencesFolder,
  join(toolFolder, 'package.json'),
];

function packageAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (dirname(folder) === folder) throw new Error(`There is no package.json above ${import.meta.url}: install again.`);
  return packageAbove(dirname(folder));
}
