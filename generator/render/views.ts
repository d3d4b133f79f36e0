import { posix } from 'node:path';
import type { Message, Model, NamedType, SharedType } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { guardName, receivedTypeName, schemaName, validatorName } from '../names.js';
import { visibleText } from '../text/visible.js';
import { licenceText } from './licence.js';
import { markdownBlocks, markdownLine, summary } from './markdown/markdown.js';
import { deprecationSentence, pageView, type PageView } from './markdown/pages.js';
import type { Code, JsonText, MarkdownBlocks, MarkdownLine, PlainName, PlainText } from './rendered.js';
import { docComment, noteParts, type CommentPart } from './typescript/doc-comment.js';
import { stringLiteral, valueExpression } from './typescript/literals.js';
import { moduleView, type ModuleView } from './typescript/module.js';
import { schemaModuleView, type SchemaModuleView } from './typescript/schema-module.js';

/** A message, rendered for every context that templates put it in. */
export interface MessageView {
  readonly name: PlainName;
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
  /** Doc comment of the constant, indented by two columns. */
  readonly constantComment: Code;
  readonly module: ModuleView;
  /** Name of the constant that holds the payload's schema. */
  readonly schema: Code;
  /** Name of the function that checks payloads. */
  readonly validator: Code;
  /** Name of the type guard. */
  readonly guard: Code;
  readonly schemaModule: SchemaModuleView;
  /** Worked out when it is first asked for: code is rendered before documents. */
  readonly page: PageView;
}

/** A shared type, rendered for every context that templates put it in. */
export interface TypeView {
  readonly name: PlainName;
  readonly source: Code;
  readonly exports: Code;
  readonly module: ModuleView;
  readonly schemaModule: SchemaModuleView;
}

/** What every template sees. */
export interface PackageView {
  readonly title: MarkdownLine;
  readonly description: MarkdownBlocks;
  readonly packageName: PlainName;
  readonly packageLiteral: Code;
  /** Scope with its `@`; empty where there is none. */
  readonly scope: PlainName;
  /** Empty where the catalog names none. */
  readonly registry: PlainName;
  readonly hasRegistry: boolean;
  readonly environment: { readonly baseUrl: PlainName; readonly apiKey: PlainName };
  readonly licence: PlainText;
  readonly licenceName: PlainName;
  readonly manifest: readonly { readonly key: JsonText; readonly value: JsonText }[];
  readonly hasScope: boolean;
  readonly messages: readonly MessageView[];
  readonly types: readonly TypeView[];
  /** Names of the payload fields that are never shown, as an array literal. */
  readonly secretFields: Code;
  /** Messages and the messages that report the end of their jobs, as string literals. */
  readonly outcomes: readonly { readonly message: Code; readonly outcome: Code }[];
  /** The message that examples send. */
  readonly example: MessageView;
  /** The message that reports the end of the example's job, or the example where none does. */
  readonly outcomeExample: MessageView;
}

/**
 * Renders a model's texts for the contexts that templates put them in.
 *
 * @param model - The model; it has at least one message.
 */
export function packageView(model: Model): PackageView {
  const { settings } = model;
  const types = namedTypes(model);
  const modules: ModuleIndexes = {
    types: moduleIndex(model, { messages: 'messages', types: 'types' }),
    schemas: moduleIndex(model, { messages: 'validators', types: 'validators/types' }),
  };
  const messages = model.messages.map((message) => messageView(message, types, modules));
  const { registry = '' } = settings.package;
  const [scope = ''] = settings.package.name.startsWith('@') ? settings.package.name.split('/') : [];
  return {
    title: markdownLine(settings.title),
    description: markdownBlocks(settings.description),
    packageName: settings.package.name as PlainName,
    packageLiteral: stringLiteral(settings.package.name),
    scope: scope as PlainName,
    hasScope: scope !== '',
    registry: registry.replace(/\/+$/, '') as PlainName,
    hasRegistry: registry !== '',
    environment: {
      baseUrl: settings.environment.baseUrl as PlainName,
      apiKey: settings.environment.apiKey as PlainName,
    },
    licence: licenceText(settings),
    licenceName: settings.package.license as PlainName,
    manifest: manifestFields(model),
    messages,
    types: model.types.map((type) => typeView(type, modules)),
    secretFields: valueExpression(model.secretFields, 2),
    outcomes: model.messages.flatMap(({ name, outcome }) =>
      outcome === undefined ? [] : [{ message: stringLiteral(name), outcome: stringLiteral(outcome) }],
    ),
    ...exampleMessages(model, messages),
  };
}

/** Modules by type name, from the package's `src` folder, without an extension. */
type ModuleIndex = ReadonlyMap<string, string>;

/** Where types are declared, and where their schemas are. */
interface ModuleIndexes {
  readonly types: ModuleIndex;
  readonly schemas: ModuleIndex;
}

function moduleIndex({ messages, types }: Model, folders: { messages: string; types: string }): ModuleIndex {
  const index = new Map<string, string>();
  const declare = (named: readonly NamedType[], module: string): void => {
    for (const { name } of named) index.set(name, module).set(receivedTypeName(name), module);
  };
  for (const { name, payload, locals } of messages) declare([payload, ...locals], `${folders.messages}/${name}`);
  for (const type of types) declare([type, ...type.locals], `${folders.types}/${type.fileName}`);
  return index;
}

/** Gives the module of a type as seen from a folder of `src`. */
function moduleFrom(folder: string, modules: ModuleIndex): (typeName: string) => string {
  return (typeName) => {
    const path = posix.relative(folder, modules.get(typeName) ?? '');
    return `${path.startsWith('.') ? '' : './'}${path}.js`;
  };
}

function messageView(message: Message, types: ReadonlyMap<string, NamedType>, modules: ModuleIndexes): MessageView {
  const { name, payload, locals } = message;
  const comment = messageComment(message);
  let page: PageView | undefined;
  const module = moduleView({
    root: payload,
    rootComment: comment,
    isInterface: true,
    locals,
    moduleOf: moduleFrom('messages', modules.types),
  });
  return {
    name: name as PlainName,
    source: sourceNote(message.source),
    nameLiteral: stringLiteral(name),
    method: message.method as Code,
    constant: message.constant as Code,
    payloadType: payload.name as Code,
    receivedType: (payload.received === undefined ? payload.name : receivedTypeName(payload.name)) as Code,
    imports: (payload.received === undefined
      ? payload.name
      : `${payload.name}, ${receivedTypeName(payload.name)}`) as Code,
    exports: module.exports,
    methodComment: docComment(
      [{ markdown: message.description }, ...methodTags(message), ...deprecatedTag(message)],
      2,
    ),
    constantComment: docComment([{ markdown: summary(message.description) }, ...deprecatedTag(message)], 2),
    module,
    schema: schemaName(payload.name) as Code,
    validator: validatorName(name) as Code,
    guard: guardName(name) as Code,
    schemaModule: schemaModuleView([payload, ...locals], moduleFrom('validators', modules.schemas)),
    get page() {
      return (page ??= pageView(message, types));
    },
  };
}

function messageComment(message: Message): CommentPart[] {
  return [{ markdown: message.description }, ...deprecatedTag(message)];
}

function deprecatedTag({ deprecated }: Message): CommentPart[] {
  return deprecated === undefined ? [] : [{ tag: '@deprecated', markdown: deprecationSentence(deprecated) }];
}

function methodTags({ outcome }: Message): CommentPart[] {
  const end = outcome === undefined ? '' : ` It ends with \`${outcome}\`.`;
  return [
    { tag: '@param', markdown: "data - The message's payload." },
    { tag: '@param', markdown: 'options - What this call changes.' },
    { tag: '@returns', markdown: `The job that the backend made of it.${end}` },
    { tag: '@throws', markdown: '{@link WorkerClientError} Every failure is one of its subclasses.' },
  ];
}

function typeView(type: SharedType, modules: ModuleIndexes): TypeView {
  const module = moduleView({
    root: type,
    rootComment: noteParts(type.notes, type.type),
    isInterface: false,
    locals: type.locals,
    moduleOf: moduleFrom('types', modules.types),
  });
  return {
    name: type.fileName as PlainName,
    source: sourceNote(type.source),
    exports: module.exports,
    module,
    schemaModule: schemaModuleView([type, ...type.locals], moduleFrom('validators/types', modules.schemas)),
  };
}

/** A path, fit for a line comment. */
function sourceNote(path: string): Code {
  return visibleText(path).replaceAll(/\s/g, ' ') as Code;
}

function exampleMessages(
  { settings, messages }: Model,
  views: readonly MessageView[],
): Pick<PackageView, 'example' | 'outcomeExample'> {
  const wanted = settings.package.example;
  const index =
    wanted === undefined
      ? messages.findIndex(({ name, examples }) => name.endsWith('-request') && examples.length > 0)
      : messages.findIndex(({ name }) => name === wanted);
  const example = views[Math.max(0, index)] as MessageView;
  const outcome = messages[Math.max(0, index)]?.outcome;
  return { example, outcomeExample: views.find(({ name }) => name === outcome) ?? example };
}

function manifestFields({
  settings: {
    version,
    description,
    package: { name, license, author, repository, keywords },
  },
}: Model): PackageView['manifest'] {
  const fields = {
    name,
    version,
    description,
    keywords,
    license,
    author,
    ...(repository === undefined
      ? {}
      : { repository: { type: 'git', url: `git+${repository.replace(/(?:\.git)?\/*$/, '')}.git` } }),
  };
  return Object.entries(fields).map(([key, value]) => ({
    key: JSON.stringify(key) as JsonText,
    value: JSON.stringify(value, null, 2).replaceAll('\n', '\n  ') as JsonText,
  }));
}
