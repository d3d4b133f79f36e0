import { realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { GenerateOptions } from './generate.js';
import { catalogParts } from './load/catalog-parts.js';
import { UsageError } from './usage-error.js';

/**
 * Makes sure that the output does not lie among what it is made from: the next run would read it.
 *
 * @throws {@link UsageError} if it does.
 */
export async function requireSeparateFolders({ catalog, out, templates }: GenerateOptions): Promise<void> {
  const place = await realPlace(out);
  for (const part of [...catalogParts.map((name) => join(catalog, name)), ...templates]) {
    const source = await realPlace(part);
    if (place !== source && !place.startsWith(source + sep)) continue;
    throw new UsageError(`The output ${out} lies in ${part}, which it is made from: choose another folder with --out.`);
  }
}

/** Where a path leads, links resolved as far as it exists. */
async function realPlace(path: string): Promise<string> {
  const parent = dirname(path);
  if (parent === path) return path;
  return realpath(path).catch(async () => join(await realPlace(parent), basename(path)));
}
