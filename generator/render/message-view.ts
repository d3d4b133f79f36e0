import { lazy } from '../lazy.js';
import type { Message, NamedType } from '../model/model.js';
import { guardName, receivedTypeName, schemaName, validatorName } from '../names.js';
import { escapeInvisible } from '../text/escape.js';
import { markdownLine, summary } from './markdown/markdown.js';
import { deprecationSentence, pageView, type PageView } from './markdown/pages.js';
import { moduleFrom, type ModuleIndexes } from './module-index.js';
import type { Code, MarkdownLine, PlainName } from './rendered.js';
import { docComment, noteParts, type CommentPart } from './typescript/doc-comment.js';
import { stringLiteral } from './typescript/literals.js';
import { declaredNames, moduleView, type ModuleView } from './typescript/module.js';
import { policyExpression } from './typescript/policy.js';
import { schemaModuleView, type SchemaModuleView } from './typescript/schema-module.js';

/** Columns of a line of code. */
const lineWidth = 100;

/** A message, rendered for every context that templates put it in; what takes time, where it is first asked for. */
export interface MessageView {
  readonly name: PlainName;
  /** Folder of the catalog that it lies in; empty for one that lies in none. */
  readonly domain: MarkdownLine;
  readonly source: Code;
  readonly nameLiteral: Code;
  readonly method: Code;
  readonly constant: Code;
  readonly payloadType: Code;
  readonly receivedType: Code;
  /** Names of the types that the payload maps mention. */
  readonly imports: Code;
  /** Names of the types that this message's module exports. */
  readonly exports: Code;
  /** Doc comment of the method, indented by two columns. */
  readonly methodComment: Code;
  /** The method with its parameters and what it returns, indented by two columns. */
  readonly signature: Code;
  /** Doc comment of the constant, indented by two columns. */
  readonly constantComment: Code;
  readonly module: ModuleView;
  /** Name of the constant that holds the payload's schema. */
  readonly schemaConstant: Code;
  /** Name of the function that checks payloads. */
  readonly validator: Code;
  /** Name of the type guard. */
  readonly guard: Code;
  readonly schemaModule: SchemaModuleView;
  /** What the catalog says of it besides its payload, as an object literal. */
  readonly policy: Code;
  /** What documents say of it. */
  readonly page: PageView;
}

/**
 * Renders a message's texts for the contexts that templates put them in.
 *
 * @param message - The message.
 * @param types - All named types of the model.
 * @param modules - Where types and schemas are.
 */
export function messageView(
  message: Message,
  types: ReadonlyMap<string, NamedType>,
  modules: ModuleIndexes,
): MessageView {
  const { name, payload, locals } = message;
  const module = lazy(() =>
    moduleView({
      root: payload,
      rootComment: messageComment(message),
      isInterface: true,
      locals,
      moduleOf: moduleFrom('messages', modules.types),
    }),
  );
  const schemaModule = lazy(() => schemaModuleView([payload, ...locals], moduleFrom('validators', modules.schemas)));
  const page = lazy(() => pageView(message, types));
  return {
    name: name as PlainName,
    domain: markdownLine(message.domain),
    source: sourceNote(message.source),
    nameLiteral: stringLiteral(name),
    method: message.method as Code,
    constant: message.constant as Code,
    payloadType: payload.name as Code,
    receivedType: (payload.received === undefined ? payload.name : receivedTypeName(payload.name)) as Code,
    imports: (payload.received === undefined
      ? payload.name
      : `${payload.name}, ${receivedTypeName(payload.name)}`) as Code,
    exports: declaredNames([payload, ...locals]).join(', ') as Code,
    methodComment: docComment(
      [{ markdown: message.description }, ...methodTags(message), ...deprecatedTag(message)],
      2,
    ),
    signature: signature(message),
    constantComment: docComment([{ markdown: summary(message.description) }, ...deprecatedTag(message)], 2),
    get module() {
      return module();
    },
    schemaConstant: schemaName(payload.name) as Code,
    validator: validatorName(name) as Code,
    guard: guardName(name) as Code,
    get schemaModule() {
      return schemaModule();
    },
    get policy() {
      return policyExpression(message, 2);
    },
    get page() {
      return page();
    },
  };
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
