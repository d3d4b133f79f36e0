import type { Sender } from '../../catalog/catalog.js';
import { isJsonObject } from '../../json.js';
import { getOrInsert } from '../../lazy.js';
import { statedFacts, textsIn, type Candidate } from '../candidate.js';
import type { Place } from '../sources.js';

/** A message object of an AsyncAPI document, and where it is used. */
interface Use {
  readonly message: Place;
  readonly names: readonly unknown[];
  readonly domain: string;
  /** Who writes it, by the operation of version 2 that has it. */
  readonly sender?: Sender;
}

/**
 * The messages of an AsyncAPI 2 or 3 document: those of its channels, then those that no channel has.
 * https://www.asyncapi.com/docs/reference/specification/v3.0.0, https://www.asyncapi.com/docs/reference/specification/v2.6.0
 */
export function asyncApiMessages(root: Place): Candidate[] {
  const uses = [...channelUses(root), ...usesIn(root.entry('components'), '')];
  const { outcomes, senderOf } = linksOf(uses, operationsOf(root));
  const found = new Map<string, Candidate>();
  for (const { message, names, domain } of uses) {
    if (found.has(message.key)) continue;
    const own = message.object;
    for (const name of ['headers', 'traits', 'bindings', 'correlationId'])
      if (own[name] !== undefined) message.at(name).lose('has no equal in a catalog: left out');
    const schema = payloadOf(message);
    if (schema === undefined) continue;
    const sentBy = senderOf(message);
    const { facts, ...stated } = statedFacts(message);
    const examples = message.entries('examples').map(([, { object }]) => object['payload']);
    found.set(message.key, {
      names: textsIn([own['name'], keyOf(message), own['messageId'], ...names, own['title']]),
      domain: firstTag(message) ?? domain,
      ...stated,
      description: textsIn([own['description'], own['summary']])[0],
      schema,
      examples: examples.filter((each) => each !== undefined),
      facts: { ...(sentBy !== undefined && { sentBy }), ...facts },
    });
  }
  return [...found].map(([key, message]) => ({ ...message, outcome: found.get(outcomes.get(key) ?? '')?.schema }));
}

/** The messages that channels and components of version 3 have by name. */
function usesIn(owner: Place, domain: string): Use[] {
  return owner.entries('messages').map(([name, message]) => ({ message, names: [name], domain }));
}

function channelUses(root: Place): Use[] {
  return root.entries('channels').flatMap(([name, channel]) => {
    const domain = firstTag(channel) ?? (/[/.]/.test(name) ? (/^[\w-]+/.exec(name)?.[0] ?? '') : '');
    // Version 2 says what others do: they publish what the application receives.
    const ofVersion2 = (['publish', 'subscribe'] as const).flatMap((action): Use[] => {
      const operation = channel.entry(action);
      const message = operation.entry('message');
      if (message.value === undefined) return [];
      const alternatives = message.entries('oneOf');
      return (alternatives.length > 0 ? alternatives.map(([, each]) => each) : [message]).map((each) => ({
        message: each,
        names: [operation.object['operationId'], name],
        domain: firstTag(operation) ?? domain,
        sender: action === 'publish' ? 'callers' : 'workers',
      }));
    });
    return [...usesIn(channel, domain), ...ofVersion2];
  });
}

/** The operations of version 3; without replies where the other side does not answer. */
function operationsOf(
  root: Place,
): { action: unknown; messages: readonly Place[]; replies: readonly Place[] | undefined }[] {
  const messagesOf = (place: Place): Place[] => {
    const owner = place.object['messages'] === undefined ? place.entry('channel') : place;
    return owner.entries('messages').map(([, message]) => message);
  };
  return root.entries('operations').map(([, operation]) => ({
    action: operation.object['action'],
    messages: messagesOf(operation),
    replies: operation.object['reply'] === undefined ? undefined : messagesOf(operation.entry('reply')),
  }));
}

/**
 * What operations answer a message with, by its key, and who writes each. Whoever is answered is a caller, and who answers a
 * worker. What is not answered is between the application that the document describes and others: it is a worker, unless it
 * asks for answers and gives none.
 */
function linksOf(
  uses: readonly Use[],
  operations: ReturnType<typeof operationsOf>,
): { outcomes: ReadonlyMap<string, string>; senderOf: (message: Place) => Sender | undefined } {
  const outcomes = new Map<string, string>();
  const senders = new Map<string, Set<Sender>>();
  const add = ({ key }: Place, sender: Sender): unknown =>
    getOrInsert(senders, key, () => new Set<Sender>()).add(sender);
  for (const { message, sender } of uses) if (sender !== undefined) add(message, sender);
  const hasAnswered = (kind: string): boolean =>
    operations.some(({ action, replies }) => action === kind && replies !== undefined);
  const [asks, answers] = [hasAnswered('send'), hasAnswered('receive')];
  for (const { action, messages, replies } of operations) {
    const isSentByCallers = replies !== undefined || (action === 'send') === asks;
    const [outcome, ...others] = replies ?? [];
    for (const message of messages) {
      if (replies !== undefined || !asks || !answers) add(message, isSentByCallers ? 'callers' : 'workers');
      if (outcome !== undefined && others.length === 0) outcomes.set(message.key, outcome.key);
    }
    for (const message of replies ?? []) add(message, 'workers');
  }
  const senderOf = ({ key }: Place): Sender | undefined => {
    const [sender, other] = senders.get(key) ?? [];
    return other === undefined ? sender : 'both';
  };
  return { outcomes, senderOf };
}

/** The schema of a message's payload, if it is one of JSON. */
function payloadOf(message: Place): Place | undefined {
  // A format may stand around what a reference leads to, and the schema in it be a reference again.
  const payload = message.entry('payload');
  if (payload.value === undefined) return message.lose('has no payload: left out');
  const isWrapped = payload.object['schemaFormat'] !== undefined && payload.object['schema'] !== undefined;
  const format = String((isWrapped ? payload : message).object['schemaFormat'] ?? '');
  if (/avro|protobuf|raml|xsd/i.test(format))
    return payload.lose(`is a schema of ${format}, and no JSON Schema: left out`);
  return isWrapped ? payload.entry('schema') : payload;
}

/** The key under which a message is defined; none for one in a list, or behind a keyword. */
function keyOf({ path }: Place): string | undefined {
  const key = path.at(-1);
  return typeof key === 'string' && !/^(?:message|\d+)$/.test(key) ? key : undefined;
}

function firstTag(owner: Place): string | undefined {
  const tag = owner.at('tags', 0).value;
  return textsIn([isJsonObject(tag) ? tag['name'] : tag])[0];
}
