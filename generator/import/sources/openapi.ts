import { valid } from 'semver';
import { isJsonObject } from '../../json.js';
import { inside, listOf, objectAt, type SourceReferences } from '../references.js';
import type { Candidate, Location, ReportLoss, SourceDocument } from '../source-document.js';
import { statedSender } from './sender.js';

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

/** Where a document has operations. */
const kinds = ['paths', 'webhooks', 'x-webhooks'];

/**
 * The messages of an OpenAPI 3 document: the JSON bodies of its requests, which callers write, and of webhooks, which workers do.
 * https://spec.openapis.org/oas/v3.1.0
 */
export function openApiMessages(
  document: SourceDocument,
  references: SourceReferences,
  report: ReportLoss,
): Candidate[] {
  const root: Location = { document, path: [] };
  const since = valid(String(objectAt(inside(root, 'info'))['version'])) ?? undefined;
  return kinds.flatMap((kind) =>
    Object.keys(objectAt(inside(root, kind))).flatMap((name) => {
      const item = references.follow(inside(root, kind, name));
      const operations = Object.keys(objectAt(item)).filter((method) => methods.has(method));
      return operations.flatMap((method): Candidate[] => {
        const operation = inside(item, method);
        const { operationId, deprecated } = objectAt(operation);
        const path = kind === 'paths' ? `${method} ${name}` : name;
        const names = (kind === 'paths' ? [operationId, path] : [path, operationId]).filter(
          (each) => typeof each === 'string',
        );
        const stated = statedSender(operation);
        if (kind !== 'paths' && stated !== undefined) {
          report(operation, 'posts a message that has a path as well: left out');
          return [];
        }
        const message = messageOf(operation, names, references, report);
        if (message === undefined) return [];
        reportRest(item, operation, references, report);
        if (deprecated === true && since === undefined)
          report(operation, 'is deprecated: write since which version into its file');
        const sentBy = stated ?? (kind === 'paths' ? 'callers' : 'workers');
        return [{ ...message, sentBy, ...(deprecated === true && since !== undefined && { deprecatedSince: since }) }];
      });
    }),
  );
}

/** Reports what else an operation has, a line for each kind. */
function reportRest(item: Location, operation: Location, references: SourceReferences, report: ReportLoss): void {
  const parameters = [item, operation].flatMap((owner) => {
    const { parameters: list } = objectAt(owner);
    return listOf(list).map((_, index) => references.follow(inside(owner, 'parameters', index)));
  });
  const shown = parameters.map((place) => `${String(objectAt(place)['in'])} ${String(objectAt(place)['name'])}`);
  if (shown.length > 0) report(operation, `has parameters (${[...new Set(shown)].join(', ')}): left out`);
  const callbacks = Object.keys(objectAt(inside(operation, 'callbacks')));
  if (callbacks.length > 0) report(inside(operation, 'callbacks'), `has callbacks (${callbacks.join(', ')}): left out`);
  const responses = inside(operation, 'responses');
  const answered = Object.keys(objectAt(responses)).filter((status) => {
    const content = inside(references.follow(inside(responses, status)), 'content');
    return Object.keys(objectAt(content)).some((type) => objectAt(inside(content, type))['schema'] !== undefined);
  });
  if (answered.length > 0) report(responses, `has schemas of responses (${answered.join(', ')}): left out`);
}

function messageOf(
  operation: Location,
  names: readonly string[],
  references: SourceReferences,
  report: ReportLoss,
): Candidate | undefined {
  const { requestBody, tags, description, summary } = objectAt(operation);
  if (requestBody === undefined) {
    report(operation, 'has no body of a request: left out');
    return undefined;
  }
  const body = references.follow(inside(operation, 'requestBody'));
  const content = inside(body, 'content');
  const types = Object.keys(objectAt(content));
  const type =
    types.find((each) => /^application\/(?:[\w.+-]+\+)?json\b/i.test(each)) ?? types.find((each) => each === '*/*');
  if (type === undefined) {
    report(body, `has no body of JSON, but ${types.join(', ') || 'none at all'}: left out`);
    return undefined;
  }
  const media = inside(content, type);
  const others = types.filter((each) => each !== type);
  if (others.length > 0) report(content, `takes ${others.join(', ')} as well as ${type}: left out`);
  const own = objectAt(media);
  if (own['schema'] === undefined) {
    report(media, 'has no schema: left out');
    return undefined;
  }
  const [tag] = listOf(tags);
  const text = [description, summary, objectAt(body)['description']].find(
    (each) => typeof each === 'string' && each.trim() !== '',
  );
  const named = Object.values(objectAt(inside(media, 'examples'))).flatMap((each) =>
    isJsonObject(each) && each['value'] !== undefined ? [each['value']] : [],
  );
  const examples = own['example'] === undefined ? named : [own['example'], ...named];
  return {
    names,
    domain: typeof tag === 'string' ? tag : '',
    ...(typeof text === 'string' && { description: text }),
    schema: references.follow(inside(media, 'schema')),
    examples,
  };
}
