import { isJsonObject, type Json } from '../json.js';
import { placeText, SourceReferences } from './references.js';
import { asyncApiMessages } from './sources/asyncapi.js';
import { eventCatalogMessages, isInEventCatalog } from './sources/event-catalog.js';
import { isJsonSchema, jsonSchemaMessages } from './sources/json-schema.js';
import { openApiMessages } from './sources/openapi.js';
import { readSources } from './sources/read-sources.js';
import { exportedSchemas } from './sources/standard-schema.js';
import type { Candidate, Location, SourceDocument } from './source-document.js';

/** What sources are about. */
export interface ReadCandidates {
  readonly candidates: readonly Candidate[];
  readonly references: SourceReferences;
  /** Title of the first document that has one in its `info`. */
  readonly title: string | undefined;
}

/** What a document is, by the keys at its root. */
type Kind = 'openapi' | 'asyncapi' | 'json-schema' | 'openapi-2' | 'other';

/**
 * Reads sources, and finds what stands for a message in them.
 *
 * @param sources - Absolute paths.
 * @param project - Absolute path of a folder; reports name files relative to it.
 * @param lose - Receives what is not carried over, with its place.
 * @throws {@link UsageError} if a source does not exist.
 */
export async function readCandidates(
  sources: readonly string[],
  project: string,
  lose: (place: string, reason: string) => void,
): Promise<ReadCandidates> {
  const { documents, modules, pages } = await readSources(sources, project, lose);
  const exported = [];
  for (const module of modules) exported.push(...(await exportedSchemas(module, lose)));
  const all = [...documents, ...exported.map(({ document }) => document)];
  const references = new SourceReferences(all);
  const report = (place: Location, reason: string): void => lose(placeText(place), reason);
  const ofKind = (kind: Kind): SourceDocument[] => documents.filter((document) => kindOf(document) === kind);

  const described = await eventCatalogMessages(pages, documents, lose);
  const schemas = ofKind('json-schema').filter((document) => described.length === 0 || !isInEventCatalog(document));
  for (const { label } of ofKind('openapi-2')) lose(label, 'is OpenAPI 2: convert it to OpenAPI 3 first');
  for (const { label, value } of ofKind('other'))
    lose(
      label,
      `is no JSON Schema${isJsonObject(value) ? '' : ', nor any object'}, and no AsyncAPI or OpenAPI document`,
    );
  const candidates = [
    ...described,
    ...ofKind('asyncapi').flatMap((document) => asyncApiMessages(document, references, report)),
    ...ofKind('openapi').flatMap((document) => openApiMessages(document, references, report)),
    ...jsonSchemaMessages(schemas, references, report),
    ...exported.map(({ document, name }) => ({ names: [name], domain: '', schema: { document, path: [] } })),
  ];
  return { candidates, references, title: all.map(titleOf).find((title) => title !== undefined) };
}

function kindOf(document: SourceDocument): Kind {
  const { openapi, asyncapi, swagger }: Readonly<Record<string, Json | undefined>> = isJsonObject(document.value)
    ? document.value
    : {};
  if (typeof openapi === 'string') return 'openapi';
  if (typeof asyncapi === 'string') return 'asyncapi';
  if (swagger !== undefined) return 'openapi-2';
  return isJsonSchema(document) ? 'json-schema' : 'other';
}

function titleOf({ value }: SourceDocument): string | undefined {
  const info = isJsonObject(value) ? value['info'] : undefined;
  const title = isJsonObject(info) ? info['title'] : undefined;
  return typeof title === 'string' ? title : undefined;
}
