import type { Message, NamedType } from '../model/model.js';
import { guardName, schemaName, validatorName } from '../names.js';
import { escapeInvisible } from '../text/escape.js';
import { markdownLine, summary } from './markdown/markdown.js';
import { deprecationSentence, pageView, payloadExamples, type PageView } from './markdown/pages.js';
import { keepLast } from './keep-last.js';
import type { ModulePaths } from './module-paths.js';
import type { Code, PlainName, View } from './rendered.js';
import { docComment, noteParts, type CommentPart } from './typescript/doc-comment.js';
import { handlerExample } from './typescript/handler-example.js';
import { stringLiteral } from './typescript/literals.js';
import { declaredNames, moduleView, type ModuleView } from './typescript/module.js';
import { policyExpression } from './typescript/policy.js';
import { schemaModuleView, type SchemaModuleView } from './typescript/schema-module.js';

/** Columns of a line of code. */
const lineWidth = 100;

/** A message, rendered for every context that templates put it in. */
export type MessageView = ReturnType<typeof messageView>;

/** What takes time or room, made where a template asks for it. */
export interface MessageParts {
  readonly module: (message: Message) => ModuleView;
  readonly schemaModule: (message: Message) => SchemaModuleView;
  /** What documents say of it. */
  readonly page: (message: Message) => PageView;
  /** A handler of it, as an entry of an object literal. */
  readonly handler: (message: Message) => Code;
}

/** Makes the parts of messages. */
export function messageParts(
  messages: readonly Message[],
  types: ReadonlyMap<string, NamedType>,
  typePaths: ModulePaths,
  schemaPaths: ModulePaths,
): MessageParts {
  const exampleOf = payloadExamples(messages, types);
  return {
    module: keepLast((message) =>
      moduleView([message.payload, ...message.locals], messageComment(message), 'interface', typePaths('messages')),
    ),
    schemaModule: keepLast(({ payload, locals }) => schemaModuleView([payload, ...locals], schemaPaths('messages'))),
    page: keepLast((message) => pageView(message, types)),
    handler: (message) => handlerExample(message, exampleOf),
  };
}

/** Renders a message's texts for the contexts that templates put them in. */
export function messageView(message: Message, parts: MessageParts) {
  const { name, payload, locals } = message;
  const written = declaredNames([payload]);
  return {
    name: name as PlainName,
    /** Folder of the catalog that it lies in; empty for one that lies in none. */
    domain: markdownLine(message.domain),
    source: sourceNote(message.source),
    nameLiteral: stringLiteral(name),
    /** The message that reports the end of its jobs, or `undefined`. */
    outcomeLiteral: message.outcome === undefined ? ('undefined' as Code) : stringLiteral(message.outcome),
    method: message.method as Code,
    constant: message.constant as Code,
    payloadType: payload.name as Code,
    receivedType: written.at(-1) as Code,
    /** Names of the types that the payload maps mention. */
    imports: written.join(', ') as Code,
    /** Names of the types that this message's module exports. */
    exports: declaredNames([payload, ...locals]).join(', ') as Code,
    /** Doc comment of the method, indented by two columns. */
    methodComment: docComment(
      [{ markdown: message.description }, ...methodTags(message), ...deprecatedTag(message)],
      2,
    ),
    /** The method with its parameters and what it returns, indented by two columns. */
    signature: signature(message),
    /** Doc comment of the constant, indented by two columns. */
    constantComment: docComment([{ markdown: summary(message.description) }, ...deprecatedTag(message)], 2),
    get module() {
      return parts.module(message);
    },
    /** Name of the constant that holds the payload's schema. */
    schemaConstant: schemaName(payload.name) as Code,
    /** Name of the function that checks payloads. */
    validator: validatorName(name) as Code,
    /** Name of the type guard. */
    guard: guardName(name) as Code,
    get schemaModule() {
      return parts.schemaModule(message);
    },
    /** What the catalog says of it besides its payload, as an object literal. */
    get policy() {
      return policyExpression(message, 2);
    },
    /** Whether workers are to carry out its jobs, which callers send. */
    isHandled: message.sentBy !== 'workers',
    /** A handler of it, as an entry of an object literal. */
    get handler() {
      return parts.handler(message);
    },
    get page() {
      return parts.page(message);
    },
  } satisfies View;
}

function messageComment(message: Message): CommentPart[] {
  const { notes, type } = message.payload;
  const ofPayload = noteParts({ ...notes, default: undefined, examples: [] }, type);
  const tag = deprecatedTag(message);
  return [
    { markdown: message.description },
    ...ofPayload.filter(({ tag: name }) => tag.length === 0 || name !== '@deprecated'),
    ...tag,
  ];
}

function deprecatedTag({ deprecated }: Message): CommentPart[] {
  return deprecated === undefined ? [] : [{ tag: '@deprecated', markdown: deprecationSentence(deprecated) }];
}

/** In one line where it fits. */
function signature({ name, method, payload }: Message): Code {
  const parameters = [`data: ${payload.name}`, 'options?: SendOptions'];
  const returned = `JobCall<JobResponse<${stringLiteral(name)}>>`;
  const line = `${method}(${parameters.join(', ')}): ${returned}`;
  const lines = `${method}(\n${parameters.map((each) => `    ${each},\n`).join('')}  ): ${returned}`;
  return (line.length + '   {'.length <= lineWidth ? line : lines) as Code;
}

function methodTags({ outcome }: Message): CommentPart[] {
  const end = outcome === undefined ? '' : ` It ends with \`${outcome}\`.`;
  return [
    { tag: '@param', markdown: "data - The message's payload." },
    { tag: '@param', markdown: 'options - What this call changes.' },
    { tag: '@returns', markdown: `The job that the backend made of it.${end}` },
  ];
}

/** The path of a file of the catalog, fit for a line comment. */
export function sourceNote(path: string): Code {
  return escapeInvisible(path).replaceAll(/\s/g, ' ') as Code;
}
