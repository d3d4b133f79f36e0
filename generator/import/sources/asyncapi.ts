import type { Sender } from '../../catalog/catalog.js';
import { isJsonObject, type Json } from '../../json.js';
import { inside, keyOf, listOf, objectAt, type SourceReferences } from '../references.js';
import type { Candidate, Location, ReportLoss, SourceDocument } from '../source-document.js';
import { statedSender } from './sender.js';

/** A message object of an AsyncAPI document, and where it is used. */
interface Use {
  readonly message: Location;
  readonly names: readonly string[];
  readonly domain: string;
  /** Who writes it, by the operation of version 2 that has it. */
  readonly sender?: Sender;
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
  const operations = operationsOf(root, references);
  const outcomes = outcomesOf(operations);
  const senderOf = sendersOf(uses, operations, references);
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
    const sentBy = statedSender(message) ?? senderOf(message);
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
      ...(sentBy !== undefined && { sentBy }),
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
    // Version 2 says what others do: they publish what the application receives.
    const ofVersion2 = (['publish', 'subscribe'] as const).flatMap((action): Use[] => {
      const operation = inside(channel, action);
      const { operationId, message } = objectAt(operation);
      if (message === undefined) return [];
      const place = inside(operation, 'message');
      const alternatives = isJsonObject(message) ? listOf(message['oneOf']) : [];
      const places = alternatives.length > 0 ? alternatives.map((_, index) => inside(place, 'oneOf', index)) : [place];
      const names = [operationId, name].filter(isText);
      const sender = action === 'publish' ? 'callers' : 'workers';
      return places.map((each) => ({ message: each, names, domain: firstTag(objectAt(operation)) ?? domain, sender }));
    });
    return [...ofVersion3, ...ofVersion2];
  });
}

function componentUses(root: Location): Use[] {
  const place = inside(root, 'components', 'messages');
  return Object.keys(objectAt(place)).map((key) => ({ message: inside(place, key), names: [key], domain: '' }));
}

/** An operation of version 3. */
interface Operation {
  readonly action: Json | undefined;
  readonly messages: readonly Location[];
  /** What the other side answers with; `undefined` where it does not. */
  readonly replies: readonly Location[] | undefined;
}

function operationsOf(root: Location, references: SourceReferences): Operation[] {
  const messagesOf = (place: Location): Location[] => {
    const { messages, channel } = objectAt(place);
    if (Array.isArray(messages)) return messages.map((_, index) => references.follow(inside(place, 'messages', index)));
    if (channel === undefined) return [];
    const all = inside(references.follow(inside(place, 'channel')), 'messages');
    return Object.keys(objectAt(all)).map((key) => references.follow(inside(all, key)));
  };
  return Object.keys(objectAt(inside(root, 'operations'))).map((name) => {
    const operation = references.follow(inside(root, 'operations', name));
    const { action, reply } = objectAt(operation);
    const replies = reply === undefined ? undefined : messagesOf(references.follow(inside(operation, 'reply')));
    return { action, messages: messagesOf(operation), replies };
  });
}

/** What operations are answered with, by the message that they take. */
function outcomesOf(operations: readonly Operation[]): Map<string, Location> {
  const found = new Map<string, Location>();
  for (const { messages, replies: [only, ...others] = [] } of operations)
    if (only !== undefined && others.length === 0) for (const request of messages) found.set(keyOf(request), only);
  return found;
}

/**
 * Who writes each message. Whoever is answered is a caller, and who answers a worker. What is not answered is between the
 * application that the document describes and others: it is a worker, unless it asks for answers and gives none.
 */
function sendersOf(
  uses: readonly Use[],
  operations: readonly Operation[],
  references: SourceReferences,
): (message: Location) => Sender | undefined {
  const found = new Map<string, Set<Sender>>();
  const add = (message: Location, sender: Sender): void => {
    found.set(keyOf(message), (found.get(keyOf(message)) ?? new Set()).add(sender));
  };
  for (const { message, sender } of uses) if (sender !== undefined) add(references.follow(message), sender);
  const hasAnswered = (kind: string): boolean =>
    operations.some(({ action, replies }) => action === kind && replies !== undefined);
  const [asks, answers] = [hasAnswered('send'), hasAnswered('receive')];
  for (const { action, messages, replies } of operations) {
    const isSentByCallers = replies !== undefined || (action === 'send') === asks;
    if (replies !== undefined || !asks || !answers)
      for (const message of messages) add(message, isSentByCallers ? 'callers' : 'workers');
    for (const message of replies ?? []) add(message, 'workers');
  }
  return (message) => {
    const [sender, other] = found.get(keyOf(message)) ?? [];
    return other === undefined ? sender : 'both';
  };
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
