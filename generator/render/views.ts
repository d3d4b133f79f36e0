import type { Model, SharedType } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { escapeInvisible, escapeLine } from '../text/escape.js';
import { viewsWithParts } from './keep-last.js';
import { firstSentence, markdownLine } from './markdown/markdown.js';
import { deprecationSentence, pageView, payloadExamples } from './markdown/pages.js';
import { messageComment, messageView } from './message-view.js';
import { modulePaths } from './module-paths.js';
import type { Code, MarkdownBlocks, View } from './rendered.js';
import { settingsView } from './settings-view.js';
import { noteParts } from './typescript/doc-comment.js';
import { handlerExample } from './typescript/handler-example.js';
import { stringLiteral, valueExpression } from './typescript/literals.js';
import { declaredNames, moduleView, schemaModuleView } from './typescript/module.js';
import { policyExpression } from './typescript/policy.js';

/** What every template sees. */
export type PackageView = ReturnType<typeof packageView>;

/** Renders the texts of a model, which has at least one message, for the contexts that templates put them in. */
export function packageView(model: Model) {
  const typePaths = modulePaths(model, { messages: 'messages', types: 'types' });
  const schemaPaths = modulePaths(model, { messages: 'validators', types: 'validators/types' });
  const named = namedTypes(model);
  const exampleOf = payloadExamples(model.messages, named);
  const messages = viewsWithParts(model.messages, messageView, {
    module: (message) => moduleView(message.declared, messageComment(message), 'interface', typePaths('messages')),
    schemaModule: ({ declared }) => schemaModuleView(declared, schemaPaths('messages')),
    /** What the catalog says of it besides its payload, as an object literal. */
    policy: (message) => policyExpression(message, 2),
    /** A handler of it, as an entry of an object literal. */
    handler: (message) => handlerExample(message, exampleOf),
    /** What documents say of it. */
    page: (message) => pageView(message, named),
  });
  const types = viewsWithParts(model.types, typeView, {
    module: (type) => moduleView(type.declared, noteParts(type.notes, type.type), 'type', typePaths('types')),
    schemaModule: ({ declared }) => schemaModuleView(declared, schemaPaths('types')),
  });
  return {
    ...settingsView(model.settings),
    /** The catalog's changelog, which is a document of its own; empty where it keeps none. */
    changelog: escapeInvisible(model.changelog.replaceAll(/\r\n?/g, '\n').trim()) as MarkdownBlocks,
    messages,
    types,
    /** Names of the payload fields that are never shown, as an array literal. */
    secretFields: valueExpression(model.secretFields, 2),
    /** Messages with a day of removal, and the warning that callers get, as string literals. */
    removals: model.messages.flatMap(({ name, deprecated }) =>
      deprecated?.removal === undefined
        ? []
        : [{ message: stringLiteral(name), warning: stringLiteral(deprecationSentence(deprecated)) }],
    ),
    ...exampleMessages(model, messages),
  } satisfies View;
}

function typeView(type: SharedType) {
  return {
    /** The first sentence of its description. */
    summary: markdownLine(firstSentence(type.notes.description)),
    /** Its file, fit for a line comment. */
    source: escapeLine(type.source) as Code,
    exports: declaredNames(type.declared).join(', ') as Code,
  } satisfies View;
}

/** The message that examples send, and the one that reports the end of its job; the same where none does. */
function exampleMessages<MessageView>({ settings, messages }: Model, views: readonly MessageView[]) {
  const wanted = settings.package.example;
  const index =
    wanted === undefined
      ? messages.findIndex(({ name, examples }) => name.endsWith('-request') && examples.length > 0)
      : messages.findIndex(({ name }) => name === wanted);
  const example = views[Math.max(0, index)] as MessageView;
  const outcome = messages.findIndex(({ name }) => name === messages[Math.max(0, index)]?.outcome);
  return { example, outcomeExample: views[outcome] ?? example };
}
