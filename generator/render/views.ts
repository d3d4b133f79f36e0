import type { Model, SharedType } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { licenceText } from './licence.js';
import { markdownBlocks, markdownLine } from './markdown/markdown.js';
import { messageView, sourceNote, type MessageView } from './message-view.js';
import { moduleFrom, moduleIndex, type ModuleIndexes } from './module-index.js';
import type { Code, JsonText, MarkdownBlocks, MarkdownLine, PlainName, PlainText } from './rendered.js';
import { noteParts } from './typescript/doc-comment.js';
import { stringLiteral, valueExpression } from './typescript/literals.js';
import { moduleView, type ModuleView } from './typescript/module.js';
import { schemaModuleView, type SchemaModuleView } from './typescript/schema-module.js';

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
