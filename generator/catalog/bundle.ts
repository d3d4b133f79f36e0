import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { settingsNames } from '../load/catalog-parts.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { mapSchema } from '../schema/map-schema.js';
import { UsageError } from '../usage-error.js';
import type { Catalog } from './catalog.js';

/** The format that is written; a reader refuses those that are newer. */
const format = 1;

/** Prose takes most of a catalog's bytes, and the package's documents hold it already. */
const prose: ReadonlySet<string> = new Set(['title', 'description', '$comment']);

/** A catalog as one value, for later versions to be compared with: its files by path, with a digest of most prose. */
export function bundleOf({ settingsFile, messages, types, texts }: Catalog): JsonObject {
  const files: Record<string, Json> = { [settingsFile.path]: settingsFile.value };
  for (const { file, description, payload } of messages) {
    const message = file.value as JsonObject;
    files[file.path] = { ...message, description: firstParagraph(description), payload: withoutProse(payload) };
  }
  for (const { file, schema } of types) files[file.path] = withoutProse(schema);
  const sorted = Object.entries(files).sort(([a], [b]) => compareText(a, b));
  const all = [...messages, ...types].map(({ file }): Json => [file.path, file.value]);
  return { format, texts: texts ?? contentHash(JSON.stringify(all)), files: Object.fromEntries(sorted) };
}

const firstParagraph = (markdown: string): string => markdown.trim().split(/\n\s*\n/)[0] ?? '';

function withoutProse(schema: JsonSchema): Json {
  const bare = (each: SchemaObject): SchemaObject =>
    Object.fromEntries(Object.entries(each).filter(([name]) => !prose.has(name)));
  return mapSchema(schema, bare) as Json;
}

/**
 * Reads what `catalog.json` holds as if its files lay in a folder, which messages name.
 *
 * @throws {@link UsageError} if it is no bundled catalog, or of a newer format.
 */
export function sourceFromBundle(value: Json, folder: string): CatalogSource {
  const { format: written, files: contents, texts = '' } = isJsonObject(value) ? value : {};
  if (written === undefined || !isJsonObject(contents)) throw new UsageError(`${folder} holds no bundled catalog.`);
  if (written !== format)
    throw new UsageError(`${folder} has format ${JSON.stringify(written)}: a newer worker-codegen reads it.`);
  const files = Object.entries(contents).map(([path, content]): SourceFile => ({
    path,
    absolutePath: `${folder}/${path}`,
    text: `${JSON.stringify(content, null, 2)}\n`,
    value: content,
  }));
  const settings = files.find(({ path }) => settingsNames.some((name) => name === path));
  if (settings === undefined) throw new UsageError(`${folder} holds no catalog.yaml.`);
  const below = (part: string): SourceFile[] => files.filter(({ path }) => path.startsWith(part));
  return { folder, settings, messages: below('messages/'), types: below('types/'), texts: String(texts) };
}
