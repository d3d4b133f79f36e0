import { isJsonObject, type Json } from '../../json.js';
import { inside, objectAt, type SourceReferences } from '../references.js';
import type { Candidate, Location, ReportLoss, SourceDocument } from '../source-document.js';

const methods: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
]);

/**
 * The messages of an OpenAPI 3 document: the JSON bodies of its requests and webhooks.
 * https://spec.openapis.org/oas/v3.1.0
 */
export function openApiMessages(
  document: SourceDocument,
  references: SourceReferences,
  report: ReportLoss,
): Candidate[] {
  const root: Location = { document, path: [] };
  return ['paths', 'webhooks', 'x-webhooks'].flatMap((kind) =>
    Object.keys(objectAt(inside(root, kind))).flatMap((name) => {
      const item = references.follow(inside(root, kind, name));
      const operations = Object.keys(objectAt(item)).filter((method) => methods.has(method));
      return operations.flatMap((method) => {
        const operation = inside(item, method);
        const { operationId } = objectAt(operation);
        const path = kind === 'paths' ? `${method} ${name}` : name;
        const names = (kind === 'paths' ? [operationId, path] : [path, operationId]).filter(
          (each) => typeof each === 'string',
        );
        return messageOf(operation, names, references, report);
      });
    }),
  );
}

function messageOf(
  operation: Location,
  names: readonly string[],
  references: SourceReferences,
  report: ReportLoss,
): Candidate[] {
  const { requestBody, tags, description, summary } = objectAt(operation);
  if (requestBody === undefined) return [];
  const body = references.follow(inside(operation, 'requestBody'));
  const content = inside(body, 'content');
  const types = Object.keys(objectAt(content));
  const type =
    types.find((each) => /^application\/(?:[\w.+-]+\+)?json\b/i.test(each)) ?? types.find((each) => each === '*/*');
  if (type === undefined) {
    report(body, `has no body of JSON, but ${types.join(', ') || 'none at all'}: left out`);
    return [];
  }
  const media = inside(content, type);
  const own = objectAt(media);
  if (own['schema'] === undefined) {
    report(media, 'has no schema: left out');
    return [];
  }
  const [tag] = Array.isArray(tags) ? (tags as readonly Json[]) : [];
  const text = [description, summary, objectAt(body)['description']].find(
    (each) => typeof each === 'string' && each.trim() !== '',
  );
  const named = Object.values(objectAt(inside(media, 'examples'))).flatMap((each) =>
    isJsonObject(each) && each['value'] !== undefined ? [each['value']] : [],
  );
  const examples = own['example'] === undefined ? named : [own['example'], ...named];
  return [
    {
      names,
      domain: typeof tag === 'string' ? tag : '',
      ...(typeof text === 'string' && { description: text }),
      schema: references.follow(inside(media, 'schema')),
      examples,
    },
  ];
}
