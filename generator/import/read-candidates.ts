import { isJsonObject } from '../json.js';
import { textsIn, type Candidate } from './candidate.js';
import { asyncApiMessages } from './sources/asyncapi.js';
import { eventCatalogMessages, isInEventCatalog } from './sources/event-catalog.js';
import { isJsonSchema, jsonSchemaMessages } from './sources/json-schema.js';
import { openApiMessages } from './sources/openapi.js';
import { readSources } from './sources/read-sources.js';
import { exportedSchemas } from './sources/standard-schema.js';
import { Sources, type Place, type ReportLoss, type SourceDocument } from './sources.js';

/**
 * Reads sources, and finds what stands for a message in them, and the title of the first document that has one.
 *
 * @param project - Absolute path of a folder; reports name files relative to it.
 * @param lose - Receives what is not carried over, with its place.
 * @throws {@link UsageError} if a source does not exist.
 */
export async function readCandidates(
  paths: readonly string[],
  project: string,
  lose: ReportLoss,
): Promise<{ candidates: readonly Candidate[]; title: string | undefined }> {
  const { documents, modules, pages } = await readSources(paths, project, lose);
  const exported = [];
  for (const module of modules) exported.push(...(await exportedSchemas(module, lose)));
  const sources = new Sources([...documents, ...exported.map(({ document }) => document)], lose);
  const described = await eventCatalogMessages(pages, sources);
  const ofKind = (kind: Kind): Place[] =>
    documents.filter((document) => kindOf(document) === kind).map((document) => sources.root(document));

  for (const root of ofKind('openapi-2')) root.lose('is OpenAPI 2: convert it to OpenAPI 3 first');
  for (const root of ofKind('other'))
    root.lose(
      `is no JSON Schema${isJsonObject(root.value) ? '' : ', nor any object'}, and no AsyncAPI or OpenAPI document`,
    );
  const schemas = ofKind('json-schema').filter(({ document }) => described.length === 0 || !isInEventCatalog(document));
  const candidates = [
    ...described,
    ...ofKind('asyncapi').flatMap(asyncApiMessages),
    ...ofKind('openapi').flatMap(openApiMessages),
    ...jsonSchemaMessages(schemas, sources),
    ...exported.map(({ document, name }) => ({ names: [name], domain: '', schema: sources.root(document) })),
  ];
  const titles = sources.documents.map((document) => sources.root(document).entry('info').object['title']);
  return { candidates, title: textsIn(titles)[0] };
}

/** What a document is, by the keys at its root. */
type Kind = 'openapi' | 'asyncapi' | 'json-schema' | 'openapi-2' | 'other';

function kindOf({ value }: SourceDocument): Kind {
  const { openapi, asyncapi, swagger }: Place['object'] = isJsonObject(value) ? value : {};
  if (typeof openapi === 'string') return 'openapi';
  if (typeof asyncapi === 'string') return 'asyncapi';
  if (swagger !== undefined) return 'openapi-2';
  return isJsonSchema(value) ? 'json-schema' : 'other';
}
