import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Catalog } from '../catalog/catalog.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { readCatalog } from './read-catalog.js';

/** Keywords of which such a catalog is made: what a type says, and nothing else. */
const kept: ReadonlySet<string> = new Set(['type', 'properties', 'required', 'items', 'enum', 'additionalProperties']);

/**
 * Makes a catalog as somebody brings it who has schemas and no texts: names and types alone, nothing shared between
 * messages, each file as the yaml library prints it.
 *
 * @param from - Folder of the catalog whose names and types it has.
 * @param to - Folder of the catalog to make.
 * @param copies - How often each message is there.
 */
export async function plainCatalog(from: string, to: string, copies: number): Promise<void> {
  const catalog = await readCatalog(from);
  await mkdir(to, { recursive: true });
  await writeFile(join(to, 'catalog.yaml'), stringify({ title: 'Jobs', version: '1.0.0' }));
  for (const message of catalog.messages) {
    const payload = plain(message.payload as Json, message.file, catalog);
    for (let copy = 0; copy < copies; copy += 1) {
      const name = copy === 0 ? message.name : `${message.name}-copy-${copy}`;
      const file = join(to, 'messages', `${name}.yaml`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, stringify({ name, description: name, payload }));
    }
  }
}

/** A schema with its references written out, and without what is no type. */
function plain(schema: Json, file: SourceFile, catalog: Catalog): Json {
  if (!isJsonObject(schema)) return schema;
  if (typeof schema['$ref'] === 'string') {
    const target = catalog.references.target(schema['$ref'], file);
    return plain(target.schema as Json, target.file, catalog);
  }
  const inner = (each: Json): Json => plain(each, file, catalog);
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => kept.has(keyword))
      .map(([keyword, value]) => {
        if (keyword === 'items' || keyword === 'additionalProperties') return [keyword, inner(value)];
        if (keyword !== 'properties') return [keyword, value];
        return [keyword, mapValues(value as JsonObject, inner)];
      }),
  );
}

function mapValues(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
