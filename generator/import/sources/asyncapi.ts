import { isJsonObject, type Json } from '../../json.js';
import { inside, keyOf, objectAt, type SourceReferences } from '../references.js';
import type { Candidate, Location, ReportLoss, SourceDocument } from '../source-document.js';

/** A message object of an AsyncAPI document, and where it is used. */
interface Use {
  readonly message: Location;
  readonly names: readonly string[];
  readonly domain: string;
}

/**
 * The messages of an AsyncAPI 2 or 3 document: those of its channels, then those that no channel has.
 * https://www.asyncapi.com/docs/reference/specification/v3.0.0, https://www.asyncapi.com/docs/reference/specification/v2.6.0
 */
export function asyncApiMessages(
  document: SourceDocument,
  references: SourceReferences,
  report: ReportLoss,
): Candidate[] {
  const root: Location = { document, path: [] };
  const uses = [...channelUses(root, references), ...componentUses(root)];
  const outcomes = outcomesOf(root, references);
  const seen = new Set<string>();
  return uses.flatMap((use) => {
    const message = references.follow(use.message);
    if (seen.has(keyOf(message))) return [];
    seen.add(keyOf(message));
    const own = objectAt(message);
    for (const name of ['headers', 'traits', 'bindings', 'correlationId'])
      if (own[name] !== undefined) report(inside(message, name), 'has no equal in a catalog: left out');
    const schema = payloadOf(message, references, report);
    if (schema === undefined) return [];
    const outcome = outcomes.get(keyOf(message));
    const replied = outcome === undefined ? undefined : payloadOf(outcome, references, () => undefined);
    const texts = [own['description'], own['summary']].filter(isText);
    return {
      names: [own['name'], keyText(message), own['messageId'], ...use.names, own['title']].filter(isText),
      domain: firstTag(own) ?? use.domain,
      ...(texts[0] !== undefined && { description: texts[0] }),
      schema,
      examples: listOf(own['examples']).flatMap((each) =>
        isJsonObject(each) && each['payload'] !== undefined ? [each['payload']] : [],
      ),
      ...(replied !== undefined && { outcome: replied }),
    };
  });
}

function channelUses(root: Location, references: SourceReferences): Use[] {
  return Object.keys(objectAt(inside(root, 'channels'))).flatMap((name) => {
    const channel = references.follow(inside(root, 'channels', name));
    const domain =
      firstTag(objectAt(channel)) ??
      (name.includes('/') || name.includes('.') ? (/^[\w-]+/.exec(name)?.[0] ?? '') : '');
    const ofVersion3 = Object.keys(objectAt(inside(channel, 'messages'))).map((key) => ({
      message: inside(channel, 'messages', key),
      names: [key],
      domain,
    }));
    const ofVersion2 = ['publish', 'subscribe'].flatMap((action) => {
      const operation = inside(channel, action);
      const { operationId, message } = objectAt(operation);
      if (message === undefined) return [];
      const place = inside(operation, 'message');
      const alternatives = isJsonObject(message) ? listOf(message['oneOf']) : [];
      const places = alternatives.length > 0 ? alternatives.map((_, index) => inside(place, 'oneOf', index)) : [place];
      const names = [operationId, name].filter(isText);
      return places.map((each) => ({ message: each, names, domain: firstTag(objectAt(operation)) ?? domain }));
    });
    return [...ofVersion3, ...ofVersion2];
  });
}

function componentUses(root: Location): Use[] {
  const place = inside(root, 'components', 'messages');
  return Object.keys(objectAt(place)).map((key) => ({ message: inside(place, key), names: [key], domain: '' }));
}

/** What the operations of version 3 reply with, by the message that they take. */
function outcomesOf(root: Location, references: SourceReferences): Map<string, Location> {
  const found = new Map<string, Location>();
  for (const name of Object.keys(objectAt(inside(root, 'operations')))) {
    const operation = references.follow(inside(root, 'operations', name));
    const messagesOf = (place: Location): Location[] => {
      const { messages, channel } = objectAt(place);
      if (Array.isArray(messages))
        return messages.map((_, index) => references.follow(inside(place, 'messages', index)));
      const all = channel === undefined ? place : inside(references.follow(inside(place, 'channel')), 'messages');
      return Object.keys(objectAt(all)).map((key) => references.follow(inside(all, key)));
    };
    const reply = references.follow(inside(operation, 'reply'));
    if (objectAt(operation)['reply'] === undefined) continue;
    const [only, ...others] = messagesOf(reply);
    if (only === undefined || others.length > 0) continue;
    for (const request of messagesOf(operation)) found.set(keyOf(request), only);
  }
  return found;
}

/** The schema of a message's payload, if it is one of JSON. */
function payloadOf(message: Location, references: SourceReferences, report: ReportLoss): Location | undefined {
  const { payload, schemaFormat } = objectAt(message);
  if (payload === undefined) {
    report(message, 'has no payload: left out');
    return undefined;
  }
  // A format may stand around what a reference leads to, and the schema in it be a reference again.
  const place = references.follow(inside(message, 'payload'));
  const wrapped = objectAt(place);
  const isWrapped = wrapped['schemaFormat'] !== undefined && wrapped['schema'] !== undefined;
  const format = String((isWrapped ? wrapped['schemaFormat'] : schemaFormat) ?? '');
  if (/avro|protobuf|raml|xsd/i.test(format)) {
    report(place, `is a schema of ${format}, and no JSON Schema: left out`);
    return undefined;
  }
  return isWrapped ? references.follow(inside(place, 'schema')) : place;
}

/** The key under which a message is defined; none for one in a list, or behind a keyword. */
function keyText({ path }: Location): string | undefined {
  const key = path.at(-1);
  return typeof key === 'string' && !/^(?:message|\d+)$/.test(key) ? key : undefined;
}

function firstTag({ tags }: Readonly<Record<string, Json | undefined>>): string | undefined {
  const [tag] = listOf(tags);
  if (typeof tag === 'string') return tag;
  return isJsonObject(tag) && typeof tag['name'] === 'string' ? tag['name'] : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
