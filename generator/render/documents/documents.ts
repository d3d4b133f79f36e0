import { pascalCase } from 'change-case';
import { compareText } from '../../diagnostics/diagnostic.js';
import type { Json } from '../../json.js';
import { lazy } from '../../lazy.js';
import type { Message, Model, NamedType, SharedType } from '../../model/model.js';
import { namedTypes } from '../../model/named-types.js';
import { webhookProperty } from '../../names.js';
import { mapSchema } from '../../schema/map-schema.js';
import { dataOf, type Data } from '../data/data.js';
import type { Print } from '../data/print.js';
import { fieldRows } from '../markdown/field-rows.js';
import { firstSentence, markdownBlocks, markdownLine } from '../markdown/markdown.js';
import { messageSchema, typeSchema } from './json-schema.js';
import { asyncApiNotes, openApiNotes } from './notes.js';
import { facts, inWords, withWords } from './words.js';

/** A value that prints itself. */
type Value = Data | boolean | null;

/** What documents of interfaces (OpenAPI, AsyncAPI) say of the whole catalog. */
interface PackageDocument {
  /** Description of the catalog, and what the format cannot say. */
  readonly openApiDescription: Value;
  readonly asyncApiDescription: Value;
  /** The licence as an SPDX expression, which has a form for others than those that it lists. */
  readonly licenceIdentifier: string;
  /** Domains of the messages, in the order of their names. */
  readonly domains: readonly { readonly name: Value; readonly description: Value }[];
  /** All types, each under a name that documents allow. */
  readonly components: readonly ComponentView[];
  /** Outcomes that are posted to the `webhookUrl` of a request, each once. */
  readonly webhooks: readonly WebhookView[];
}

interface ComponentView {
  readonly name: string;
  /** Its schema, as a document of OpenAPI has it. */
  readonly openApi: Value;
  /** The same for AsyncAPI, which keeps the format of a schema around it. */
  readonly asyncApi: Value;
}

interface WebhookView {
  /** The message that is posted. */
  readonly message: string;
  readonly method: string;
  readonly component: string;
  readonly summary: Value;
  readonly description: Value;
  readonly domain: Value;
  readonly facts: Value;
  readonly isDeprecated: boolean;
  /** A body as it is posted; `undefined` where the message has no example. */
  readonly example: Value | undefined;
}

/** What documents say of a message. */
interface MessageDocument {
  /** Its payload as a JSON Schema of its own. */
  readonly schema: Value;
  /** Its payload's name among the components. */
  readonly component: string;
  /** Such as `FileDownloadRequest`. */
  readonly pascalName: string;
  readonly domain: Value;
  /** The first sentence of its description. */
  readonly summary: Value;
  /** Its description, and in words what else the catalog says of it. */
  readonly description: Value;
  /** What the catalog says of it beside its payload, for programs. */
  readonly facts: Value;
  readonly isSentByCallers: boolean;
  readonly isSentByWorkers: boolean;
  readonly examples: readonly { readonly name: string; readonly title: Value; readonly payload: Value }[];
}

/** Documents of a catalog in formats that other tools read. */
export interface Documents {
  readonly document: PackageDocument;
  readonly messageDocument: (message: Message) => MessageDocument;
  /** Holds a shared type as a JSON Schema of its own. */
  readonly typeDocument: (type: SharedType) => { readonly schema: Value };
}

/**
 * Makes what documents in other formats say of a model, where it is asked for.
 *
 * @param model - The model.
 * @param print - How texts are printed without a helper.
 */
export function documentsOf(model: Model, print: Print): Documents {
  const value = (json: Json): Value => dataOf(json, print);
  const document = lazy(() => packageDocument(model, value));
  return {
    get document() {
      return document();
    },
    messageDocument: (message) => ({
      ...messageDocument(message, value),
      schema: value(messageSchema(message, model)),
    }),
    typeDocument: (type) => ({ schema: value(typeSchema(type, model)) }),
  };
}

function packageDocument(model: Model, value: (json: Json) => Value): PackageDocument {
  const { settings, messages } = model;
  const types = namedTypes(model);
  const posted = new Set(messages.filter((request) => hasWebhookUrl(request, types)).map(({ outcome }) => outcome));
  const describe = (notes: string): Value => value(`${markdownBlocks(settings.description)}\n\n${notes}`.trim());
  return {
    openApiDescription: describe(openApiNotes),
    asyncApiDescription: describe(asyncApiNotes),
    licenceIdentifier: settings.package.license.replace(/^(?:UNLICENSED$|SEE LICENSE.*)/, 'LicenseRef-proprietary'),
    domains: [...new Set(messages.map(domainOf))]

      .sort(compareText)
      .map((domain) => ({
        name: value(domain),
        description: value(`Messages of the domain ${domain}.`),
      })),
    components: [...types.values()].map((type) => componentOf(type, value)),
    webhooks: messages.filter(({ name }) => posted.has(name)).map((message) => webhookOf(message, value)),
  };
}

function componentOf(type: NamedType, value: (json: Json) => Value): ComponentView {
  const schema = (address: (name: string) => string): Value =>
    value(
      mapSchema(
        type.componentSchema((name) => address(componentName(name))),
        withWords,
      ) as Json,
    );
  return {
    name: componentName(type.name),
    get openApi() {
      return schema((name) => `#/components/schemas/${name}`);
    },
    get asyncApi() {
      return schema((name) => `#/components/schemas/${name}/schema`);
    },
  };
}

function messageDocument(message: Message, value: (json: Json) => Value): Omit<MessageDocument, 'schema'> {
  const { name, payload, description, sentBy, examples } = message;
  return {
    component: componentName(payload.name),
    pascalName: pascalCase(name),
    domain: value(domainOf(message)),
    summary: value(markdownLine(firstSentence(description))),
    description: value(markdownBlocks(inWords(message))),
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

function webhookOf(message: Message, value: (json: Json) => Value): WebhookView {
  const { name, method, deprecated, outcomeOf, examples } = message;
  const { component, summary, description, domain, facts: all } = messageDocument(message, value);
  const [example] = examples;
  const event = {
    type: name,
    timestamp: '2026-01-31T12:00:00Z',
    jobId: `${outcomeOf[0]}.0197f2a4-7c1e-7d3b-9a60-5b8c2e4d6f10`,
  };
  return {
    message: name,
    method,
    component,
    summary,
    description,
    domain,
    facts: all,
    isDeprecated: deprecated !== undefined,
    example: example === undefined ? undefined : value({ ...event, data: example.payload }),
  };
}

/** Whether the worker posts the outcome of a request's job where the payload says. */
function hasWebhookUrl({ payload }: Message, types: ReadonlyMap<string, NamedType>): boolean {
  return fieldRows(payload.type, types).some(({ path }) => path === webhookProperty);
}

/** What documents call the domain of a message, which is in lower case, or that there is none. */
const domainOf = ({ domain }: Message): string => (domain === '' ? 'Messages' : domain);

/** A type's name in the characters that OpenAPI and AsyncAPI allow for components; others become their code points. */
function componentName(type: string): string {
  return type.replaceAll(/[^\w.-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}`);
}
