import type { Json, JsonObject } from '../json.js';
import { buildModel } from '../model/build-model.js';
import type { Model } from '../model/model.js';
import { catalogOf } from './catalog-texts.js';

/** Files of a catalog by path, such as `messages/demo-request.yaml`, as what they hold. */
export interface CatalogFiles {
  readonly [path: string]: Json;
}

/**
 * A model of a catalog from memory.
 *
 * @param files - Its files; `catalog.yaml` may be left out.
 * @throws {@link CatalogError} if it has an error.
 */
export function modelOf(files: CatalogFiles): Model {
  const texts = Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)]);
  return buildModel(catalogOf(Object.fromEntries(texts)));
}

/** A message file with a payload; everything else in it can be given too. */
export function messageFile(name: string, payload: Json, more: JsonObject = {}): JsonObject {
  return { name, description: `Message ${name}.`, payload, ...more };
}
