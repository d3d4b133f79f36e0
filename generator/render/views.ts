import type { Message, Model, NamedType, SharedType } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { receivedTypeName } from '../names.js';
import { visibleText } from '../text/visible.js';
import { licenceText } from './licence.js';
import { markdownBlocks, markdownLine, summary } from './markdown/markdown.js';
import { deprecationSentence, pageView, type PageView } from './markdown/pages.js';
import type { Code, JsonText, MarkdownBlocks, MarkdownLine, PlainName, PlainText } from './rendered.js';
import { docComment, noteParts, type CommentPart } from './typescript/doc-comment.js';
import { stringLiteral } from './typescript/literals.js';
import { moduleView, type ModuleView } from './typescript/module.js';

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
  readonly page: PageView;
}

/** A shared type, rendered for every context that templates put it in. */
export interface TypeView {
  readonly name: PlainName;
  readonly source: Code;
  readonly exports: Code;
  readonly module: ModuleView;
}

/** What every template sees. */
export interface PackageView {
  readonly title: MarkdownLine;
  readonly description: MarkdownBlocks;
  readonly packageName: PlainName;
  readonly packageLiteral: Code;
  /** Scope with its `@`; empty where there is none. */
  readonly scope: PlainName;
  readonly registry: PlainName;
  readonly registryHost: PlainName;
  readonly environment: { readonly baseUrl: PlainName; readonly apiKey: PlainName };
  readonly licence: PlainText;
  readonly licenceName: PlainName;
  readonly manifest: readonly { readonly key: JsonText; readonly value: JsonText }[];
  readonly hasScope: boolean;
  readonly messages: readonly MessageView[];
  readonly types: readonly TypeView[];
  /** Messages and the messages that report the end of their jobs, as string literals. */
  readonly outcomes: readonly { readonly message: Code; readonly outcome: Code }[];
  /** The message that examples send. */
  readonly example: MessageView;
}

/**
 * Renders a model's texts for the contexts that templates put them in.
 *
 * @param model - The model; it has at least one message.
 */
export function packageView(model: Model): PackageView {
  const { settings } = model;
  const types = namedTypes(model);
  const modules = moduleIndex(model);
  const messages = model.messages.map((message) => messageView(message, types, modules));
  const [scope = ''] = settings.package.name.startsWith('@') ? settings.package.name.split('/') : [];
  return {
    title: markdownLine(settings.title),
    description: markdownBlocks(settings.description),
    packageName: settings.package.name as PlainName,
    packageLiteral: stringLiteral(settings.package.name),
    scope: scope as PlainName,
    hasScope: scope !== '',
    registry: settings.package.registry.replace(/\/+$/, '') as PlainName,
    registryHost: settings.package.registry.replace(/^https:\/\//, '').replace(/\/+$/, '') as PlainName,
    environment: {
      baseUrl: settings.environment.baseUrl as PlainName,
      apiKey: settings.environment.apiKey as PlainName,
    },
    licence: licenceText(settings),
    licenceName: settings.package.license as PlainName,
    manifest: manifestFields(model),
    messages,
    types: model.types.map((type) => typeView(type, modules)),
    outcomes: model.messages.flatMap(({ name, outcome }) =>
      outcome === undefined ? [] : [{ message: stringLiteral(name), outcome: stringLiteral(outcome) }],
    ),
    example: exampleMessage(model, messages),
  };
}

/** Where each named type is declared, from the package's `src` folder, without an extension. */
function moduleIndex({ messages, types }: Model): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  const declare = (named: readonly NamedType[], module: string): void => {
    for (const { name } of named) index.set(name, module).set(receivedTypeName(name), module);
  };
  for (const { name, payload, locals } of messages) declare([payload, ...locals], `messages/${name}`);
  for (const type of types) declare([type, ...type.locals], `types/${type.fileName}`);
  return index;
}

/** Gives the module of a type as seen from a folder of `src`. */
function moduleFrom(folder: string, modules: ReadonlyMap<string, string>): (typeName: string) => string {
  return (typeName) => {
    const module = modules.get(typeName) ?? '';
    return module.startsWith(`${folder}/`) ? `.${module.slice(folder.length)}.js` : `../${module}.js`;
  };
}

function messageView(
  message: Message,
  types: ReadonlyMap<string, NamedType>,
  modules: ReadonlyMap<string, string>,
): MessageView {
  const { name, payload, locals } = message;
  const comment = messageComment(message);
  const module = moduleView({
    root: payload,
    rootComment: comment,
    isInterface: true,
    locals,
    moduleOf: moduleFrom('messages', modules),
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
    page: pageView(message, types),
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
    { tag: '@param', markdown: 'options - What this call changes: signal, timeout, headers.' },
    { tag: '@returns', markdown: `The job that the backend made of it.${end}` },
    { tag: '@throws', markdown: '{@link WorkerClientError} Every failure is one of its subclasses.' },
  ];
}

function typeView(type: SharedType, modules: ReadonlyMap<string, string>): TypeView {
  const module = moduleView({
    root: type,
    rootComment: noteParts(type.notes, type.type),
    isInterface: false,
    locals: type.locals,
    moduleOf: moduleFrom('types', modules),
  });
  return { name: type.fileName as PlainName, source: sourceNote(type.source), exports: module.exports, module };
}

/** A path, fit for a line comment. */
function sourceNote(path: string): Code {
  return visibleText(path).replaceAll(/\s/g, ' ') as Code;
}

function exampleMessage({ settings, messages }: Model, views: readonly MessageView[]): MessageView {
  const wanted = settings.package.example;
  const index =
    wanted === undefined
      ? messages.findIndex(({ name, examples }) => name.endsWith('-request') && examples.length > 0)
      : messages.findIndex(({ name }) => name === wanted);
  return views[Math.max(0, index)] as MessageView;
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
