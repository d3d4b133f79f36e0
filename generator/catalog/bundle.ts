import { isDeepStrictEqual } from 'node:util';
import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { settingsNames } from '../load/catalog-parts.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import { asSchema, type JsonSchema, type SchemaObject } from '../schema/json-schema.js';
import { mapSchema } from '../schema/map-schema.js';
import { UsageError } from '../usage-error.js';
import type { Catalog } from './catalog.js';

/** The format that is written; a reader refuses those that are newer. */
const format = 1;

/** Prose takes most of a catalog's bytes, and the package's documents hold it already. */
const prose: ReadonlySet<string> = new Set(['title', 'description', '$comment']);

/** A catalog as one value, for later versions to be compared with: its files by path, with a digest of most prose. */
export function bundleOf(catalog: Catalog): JsonObject {
  const { settingsFile, messages, types } = catalog;
  const files = [...messages, ...types].map(({ file }): [string, Json] => [file.path, bundledFile(file)]);
  const sorted = [...files, [settingsFile.path, settingsFile.value] as const].sort(([a], [b]) => compareText(a, b));
  return { format, texts: textsDigest(catalog), files: Object.fromEntries(sorted) };
}

/** A digest of all that the messages and types of a catalog say, with the prose that is bundled in no catalog. */
export function textsDigest({ messages, types, texts }: Catalog): string {
  const all = [...messages, ...types].map(({ file }): Json => [file.path, file.value]);
  return texts ?? contentHash(JSON.stringify(all));
}

/** What is bundled of a file of a message or a type. */
function bundledFile({ path, value }: SourceFile): Json {
  if (!path.startsWith('messages/')) return withoutProse(asSchema(value));
  const message = value as JsonObject;
  const [description, payload] = [String(message['description']), asSchema(message['payload'])];
  return { ...message, description: firstParagraph(description), payload: withoutProse(payload) };
}

const firstParagraph = (markdown: string): string => markdown.trim().split(/\n\s*\n/)[0] ?? '';

function withoutProse(schema: JsonSchema): Json {
  const bare = (each: SchemaObject): SchemaObject =>
    Object.fromEntries(Object.entries(each).filter(([name]) => !prose.has(name)));
  return mapSchema(schema, bare) as Json;
}

/**
 * Reads what `catalog.json` holds as if its files were in a folder.
 *
 * @param folder - The folder that messages about them name.
 * @param known - Files of another catalog, by path: where the same is bundled of them, they have their values. Default: none.
 * @throws {@link UsageError} if it is no bundled catalog, or of a newer format.
 */
export function sourceFromBundle(
  value: Json,
  folder: string,
  known: ReadonlyMap<string, SourceFile> = new Map(),
): CatalogSource {
  const { format: written, files: contents, texts = '' } = isJsonObject(value) ? value : {};
  if (written === undefined || !isJsonObject(contents)) throw new UsageError(`${folder} holds no bundled catalog.`);
  if (written !== format)
    throw new UsageError(`${folder} has format ${JSON.stringify(written)}: a newer worker-codegen reads it.`);
  const files = Object.entries(contents).map(([path, content]): SourceFile => {
    const same = known.get(path);
    const isSame = same !== undefined && isDeepStrictEqual(bundledFile(same), content);
    const text = `${JSON.stringify(content, null, 2)}\n`;
    return { path, absolutePath: `${folder}/${path}`, text, value: isSame ? same.value : content };
  });
  const settings = files.find(({ path }) => settingsNames.some((name) => name === path));
  if (settings === undefined) throw new UsageError(`${folder} holds no catalog.yaml.`);
  const below = (part: string): SourceFile[] => files.filter(({ path }) => path.startsWith(part));
  return { folder, settings, messages: below('messages/'), types: below('types/'), texts: String(texts) };
}
