import { pascalCase } from 'change-case';
import { compareText } from '../../diagnostics/diagnostic.js';
import type { Json } from '../../json.js';
import type { Message, Model, NamedType, SharedType } from '../../model/model.js';
import { namedTypes } from '../../model/named-types.js';
import { mapSchema } from '../../schema/map-schema.js';
import { dataOf, type Data } from '../data/data.js';
import type { Print } from '../data/print.js';
import { firstSentence, markdownBlocks, markdownLine } from '../markdown/markdown.js';
import { messageSchema, typeSchema } from './json-schema.js';
import { facts, inWords, withWords } from './words.js';

/** A value that prints itself. */
type Value = Data | boolean | null;

/** Makes what documents in other formats say of a model, where it is asked for. */
export function documentsOf(model: Model, print: Print) {
  const value = (json: Json): Value => dataOf(json, print);
  return {
    document: () => packageDocument(model, value),
    messageDocument: (message: Message) => ({
      ...messageDocument(message, value),
      /** Its payload as a JSON Schema of its own. */
      schema: value(messageSchema(message, model)),
    }),
    typeDocument: (type: SharedType) => ({
      /** It as a JSON Schema of its own. */
      schema: value(typeSchema(type, model)),
    }),
  };
}

/** What documents of interfaces (OpenAPI, AsyncAPI) say of the whole catalog. */
function packageDocument(model: Model, value: (json: Json) => Value) {
  const { settings, messages } = model;
  const posted = new Set(messages.filter(({ postsOutcome }) => postsOutcome).map(({ outcome }) => outcome));
  const description = markdownBlocks(settings.description);
  return {
    /** Description of the catalog inside a JSON string, with a blank line behind it; empty where there is none. */
    introduction: description === '' ? '' : JSON.stringify(`${description}\n\n`).slice(1, -1),
    /** The licence as an SPDX expression, which has a form for others than those that it lists. */
    licenceIdentifier: settings.package.license.replace(/^(?:UNLICENSED$|SEE LICENSE.*)/, 'LicenseRef-proprietary'),
    /** Domains of the messages, in the order of their names. */
    domains: [...new Set(messages.map(domainOf))].sort(compareText).map((domain) => ({
      name: value(domain),
      description: value(`Messages of the domain ${domain}.`),
    })),
    /** All types, each under a name that documents allow. */
    components: [...namedTypes(model).values()].map((type) => component(type, value)),
    /** Outcomes that are posted to the `webhookUrl` of a request, each once. */
    webhooks: messages.filter(({ name }) => posted.has(name)).map((message) => webhook(message, value)),
  };
}

function component({ name, componentSchema }: NamedType, value: (json: Json) => Value) {
  const schema = (suffix: string): Value => {
    const address = (type: string): string => `#/components/schemas/${componentName(type)}${suffix}`;
    return value(mapSchema(componentSchema(address), withWords) as Json);
  };
  return {
    name: componentName(name),
    /** Its schema, as a document of OpenAPI has it. */
    get openApi() {
      return schema('');
    },
    /** The same for AsyncAPI, which keeps the format of a schema around it. */
    get asyncApi() {
      return schema('/schema');
    },
  };
}

/** What documents say of a message. */
function messageDocument(message: Message, value: (json: Json) => Value) {
  const { name, payload, description, sentBy, examples } = message;
  return {
    /** Its payload's name among the components. */
    component: componentName(payload.name),
    /** Such as `FileDownloadRequest`. */
    pascalName: pascalCase(name),
    domain: value(domainOf(message)),
    /** The first sentence of its description. */
    summary: value(markdownLine(firstSentence(description))),
    /** Its description, and in words what else the catalog says of it. */
    description: value(markdownBlocks(inWords(message))),
    /** What the catalog says of it beside its payload, for programs. */
    facts: value(facts(message)),
    isSentByCallers: sentBy !== 'workers',
    isSentByWorkers: sentBy !== 'callers',
    examples: examples.map(({ title, payload: example }, index) => ({
      name: `example-${index + 1}`,
      title: value(title),
      payload: value(example),
    })),
  };
}

/** What documents say of a message as it is posted, beside what they say of it elsewhere. */
function webhook(message: Message, value: (json: Json) => Value) {
  const { name, method, deprecated, outcomeOf, examples } = message;
  const [example] = examples;
  const event = {
    type: name,
    timestamp: '2026-01-31T12:00:00Z',
    jobId: `${outcomeOf[0]}.0197f2a4-7c1e-7d3b-9a60-5b8c2e4d6f10`,
  };
  return {
    ...messageDocument(message, value),
    message: name,
    method,
    isDeprecated: deprecated !== undefined,
    /** A body as it is posted; `undefined` where the message has no example. */
    example: example === undefined ? undefined : value({ ...event, data: example.payload }),
  };
}

/** What documents call the domain of a message, which is in lower case, or that there is none. */
const domainOf = ({ domain }: Message): string => (domain === '' ? 'Messages' : domain);

/** A type's name in the characters that OpenAPI and AsyncAPI allow for components; others become their code points. */
function componentName(type: string): string {
  return type.replaceAll(/[^\w.-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}`);
}
