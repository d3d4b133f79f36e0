import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pascalCase } from 'change-case';
import type { Catalog } from '../catalog/catalog.js';
import type { Json, JsonObject } from '../json.js';
import { fileStem, type SourceFile } from '../load/source.js';
import { readCatalog } from './read-catalog.js';

/**
 * Writes what other generators take for the payloads of a catalog: a JSON Schema each, shared types among its `$defs`,
 * and one OpenAPI document with an operation for each message.
 *
 * @param catalogFolder - Folder of the catalog.
 * @param folder - Folder that receives `schemas/<message>.schema` and `openapi.json`.
 */
export async function writePeerInputs(catalogFolder: string, folder: string): Promise<void> {
  const catalog = await readCatalog(catalogFolder);
  await mkdir(join(folder, 'schemas'), { recursive: true });
  const components: { [name: string]: Json } = {};
  const paths: { [path: string]: Json } = {};
  for (const { name, payload, file } of catalog.messages) {
    const definitions: { [name: string]: Json } = {};
    const root = inline(payload as Json, file, catalog, definitions, '#/$defs/') as JsonObject;
    const $schema = 'https://json-schema.org/draft/2020-12/schema';
    const schema = { $schema, title: name, ...root, $defs: definitions };
    await writeFile(join(folder, 'schemas', `${name}.schema`), JSON.stringify(schema));

    const component = pascalCase(name);
    components[component] = inline(payload as Json, file, catalog, components, '#/components/schemas/');
    paths[`/api/jobs/${name}`] = operation(component);
  }
  const info = { title: catalog.settings.title, version: catalog.settings.version };
  await writeFile(
    join(folder, 'openapi.json'),
    JSON.stringify({ openapi: '3.1.0', info, paths, components: { schemas: components } }),
  );
}

function operation(component: string): Json {
  const schema = { $ref: `#/components/schemas/${component}` };
  return {
    post: {
      operationId: component,
      requestBody: { content: { 'application/json': { schema } } },
      responses: { 200: { description: 'The job.' } },
    },
  };
}

/** A schema whose references lead into `definitions`, which receives what they lead to. */
function inline(
  value: Json,
  file: SourceFile,
  catalog: Catalog,
  definitions: { [name: string]: Json },
  prefix: string,
): Json {
  const inner = (each: Json): Json => inline(each, file, catalog, definitions, prefix);
  if (Array.isArray(value)) return (value as readonly Json[]).map(inner);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject).map(([key, content]): [string, Json] => {
    if (key !== '$ref' || typeof content !== 'string') return [key, inner(content)];
    const target = catalog.references.target(content, file);
    const name = pascalCase(fileStem(target.file));
    if (!Object.hasOwn(definitions, name)) {
      definitions[name] = {};
      definitions[name] = inline(target.schema as Json, target.file, catalog, definitions, prefix);
    }
    return ['$ref', `${prefix}${name}`];
  });
  return Object.fromEntries(entries);
}
