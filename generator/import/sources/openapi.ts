import { valid } from 'semver';
import { statedFacts, textsIn, type Candidate } from '../candidate.js';
import type { Place } from '../sources.js';

const methods: ReadonlySet<string> = new Set('get put post delete options head patch trace query'.split(' '));

/** Where a document has operations. */
const kinds = ['paths', 'webhooks', 'x-webhooks'];

/**
 * The messages of an OpenAPI 3 document: the JSON bodies of its requests, which callers write, and of webhooks, which workers do.
 * https://spec.openapis.org/oas/v3.1.0
 */
export function openApiMessages(root: Place): Candidate[] {
  const since = valid(String(root.entry('info').object['version']));
  return kinds.flatMap((kind) =>
    root.entries(kind).flatMap(([name, item]) =>
      item.entries().flatMap(([method, operation]): Candidate[] => {
        if (!methods.has(method)) return [];
        const isRequest = kind === 'paths';
        const { operationId, deprecated } = operation.object;
        const { facts, ...stated } = statedFacts(operation);
        if (!isRequest && facts['sentBy'] !== undefined)
          return operation.lose('posts a message that has a path as well: left out') ?? [];
        const message = messageOf(operation);
        if (message === undefined) return [];
        reportRest(item, operation);
        const isDeprecated = deprecated === true && facts['deprecated'] === undefined;
        if (isDeprecated && since === null) operation.lose('is deprecated: write since which version into its file');
        const own = {
          sentBy: isRequest ? 'callers' : 'workers',
          ...(isDeprecated && since !== null && { deprecated: { since } }),
        };
        const names = textsIn(isRequest ? [operationId, `${method} ${name}`] : [name, operationId]);
        return [{ ...message, ...stated, names, facts: { ...own, ...facts } }];
      }),
    ),
  );
}

/** Reports what else an operation has, a line for each kind. */
function reportRest(item: Place, operation: Place): void {
  const parameters = [item, operation].flatMap((owner) => owner.entries('parameters'));
  const shown = parameters.map(([, { object }]) => `${String(object['in'])} ${String(object['name'])}`);
  if (shown.length > 0) operation.lose(`has parameters (${[...new Set(shown)].join(', ')}): left out`);
  const called = operation.entries('callbacks').map(([name]) => name);
  if (called.length > 0) operation.at('callbacks').lose(`has callbacks (${called.join(', ')}): left out`);
  const answered = operation.entries('responses').flatMap(([status, response]) => {
    const hasSchema = response.entries('content').some(([, { object }]) => object['schema'] !== undefined);
    return hasSchema ? [status] : [];
  });
  if (answered.length > 0)
    operation.at('responses').lose(`has schemas of responses (${answered.join(', ')}): left out`);
}

function messageOf(operation: Place): Omit<Candidate, 'names'> | undefined {
  const { requestBody, description, summary } = operation.object;
  if (requestBody === undefined) return operation.lose('has no body of a request: left out');
  const body = operation.entry('requestBody');
  const content = body.entry('content');
  const types = content.entries().map(([type]) => type);
  const type =
    types.find((each) => /^application\/(?:[\w.+-]+\+)?json\b/i.test(each)) ?? types.find((each) => each === '*/*');
  if (type === undefined) return body.lose(`has no body of JSON, but ${types.join(', ') || 'none at all'}: left out`);
  const others = types.filter((each) => each !== type);
  if (others.length > 0) content.lose(`takes ${others.join(', ')} as well as ${type}: left out`);
  const media = content.entry(type);
  const { schema, example } = media.object;
  if (schema === undefined) return media.lose('has no schema: left out');
  const named = media.entries('examples').map(([, { object }]) => object['value']);
  return {
    domain: textsIn([operation.at('tags', 0).value])[0] ?? '',
    description: textsIn([description, summary, body.object['description']])[0],
    schema: media.entry('schema'),
    examples: [example, ...named].filter((each) => each !== undefined),
  };
}
