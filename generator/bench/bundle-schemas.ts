import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { load } from '../load/load.js';
import type { Json, JsonObject } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { validate } from '../validate/validate.js';
import { fileStem } from '../load/source.js';
import type { Catalog } from '../catalog/catalog.js';

/**
 * Writes the payload schemas of a catalog for other generators: a JSON file each, shared types among its `$defs`.
 *
 * @param catalogFolder - Folder of the catalog.
 * @param folder - Folder that receives `<message>.schema`.
 */
export async function bundleSchemas(catalogFolder: string, folder: string): Promise<void> {
  const reporter = new Reporter(locatorOf);
  const catalog = validate(await load(catalogFolder, reporter), reporter);
  await mkdir(folder, { recursive: true });
  for (const message of catalog.messages) {
    const definitions: { [name: string]: Json } = {};
    const root = inline(message.payload as Json, message.file, catalog, definitions) as JsonObject;
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: message.name,
      ...root,
      $defs: definitions,
    };
    await writeFile(join(folder, `${message.name}.schema`), JSON.stringify(schema));
  }
}

function inline(value: Json, file: SourceFile, catalog: Catalog, definitions: { [name: string]: Json }): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => inline(item, file, catalog, definitions));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject).map(([key, inner]): [string, Json] => {
    if (key !== '$ref' || typeof inner !== 'string') return [key, inline(inner, file, catalog, definitions)];
    const target = catalog.references.target(inner, file);
    const name = fileStem(target.file);
    if (!Object.hasOwn(definitions, name)) {
      definitions[name] = {};
      definitions[name] = inline(target.schema as Json, target.file, catalog, definitions);
    }
    return ['$ref', `#/$defs/${name}`];
  });
  return Object.fromEntries(entries);
}
