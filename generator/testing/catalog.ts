import { Reporter } from '../diagnostics/reporter.js';
import type { Json, JsonObject, SourceFile } from '../load/source.js';
import { buildModel } from '../model/build-model.js';
import type { Model } from '../model/model.js';
import type { Catalog } from '../validate/catalog.js';
import { validate } from '../validate/validate.js';

/** Files of a catalog by path, such as `messages/demo-request.yaml`, as what they hold. */
export interface CatalogFiles {
  readonly [path: string]: Json;
}

/**
 * A catalog from memory.
 *
 * @param files - Its files; `catalog.yaml` may be left out.
 * @throws {@link CatalogError} if it has an error.
 */
function catalogOf(files: CatalogFiles): Catalog {
  const source = (path: string, value: Json): SourceFile => ({
    path,
    absolutePath: `/${path}`,
    text: JSON.stringify(value),
    value,
  });
  const inFolder = (folder: string): SourceFile[] =>
    Object.entries(files)
      .filter(([path]) => path.startsWith(folder))
      .map(([path, value]) => source(path, value));
  const settings = source('catalog.yaml', files['catalog.yaml'] ?? { title: 'Demo', version: '1.0.0' });
  const catalog = { folder: '/', settings, messages: inFolder('messages/'), types: inFolder('types/') };
  return validate(catalog, new Reporter());
}

/** A model of a catalog from memory. */
export function modelOf(files: CatalogFiles): Model {
  return buildModel(catalogOf(files));
}

/** A message file with a payload; everything else in it can be given too. */
export function messageFile(name: string, payload: Json, more: JsonObject = {}): JsonObject {
  return { name, description: `Message ${name}.`, payload, ...more };
}
