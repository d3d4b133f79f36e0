import type { Json } from '../json.js';
import { lazy } from '../lazy.js';
import type { Model, SharedType } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { messageView, sourceNote, type MessageView } from './message-view.js';
import { examplesOf } from './markdown/pages.js';
import { moduleFrom, moduleIndex, type ModuleIndexes } from './module-index.js';
import type { Code, PlainName } from './rendered.js';
import { settingsView, type SettingsView } from './settings-view.js';
import { noteParts } from './typescript/doc-comment.js';
import { stringLiteral, valueExpression } from './typescript/literals.js';
import { declaredNames, moduleView, type ModuleView } from './typescript/module.js';
import { schemaModuleView, type SchemaModuleView } from './typescript/schema-module.js';

/** A shared type, rendered for every context that templates put it in; what takes time, where it is first asked for. */
interface TypeView {
  readonly name: PlainName;
  readonly source: Code;
  readonly exports: Code;
  readonly module: ModuleView;
  readonly schemaModule: SchemaModuleView;
}

/** What every template sees. */
export interface PackageView extends SettingsView {
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
  const types = namedTypes(model);
  const modules: ModuleIndexes = {
    types: moduleIndex(model, { messages: 'messages', types: 'types' }),
    schemas: moduleIndex(model, { messages: 'validators', types: 'validators/types' }),
  };
  const byName = new Map(model.messages.map((message) => [message.name, message]));
  const exampleOf = (name: string): Json => {
    const message = byName.get(name);
    return message === undefined ? null : (examplesOf(message, types)[0]?.payload ?? null);
  };
  const messages = model.messages.map((message) => messageView(message, types, modules, exampleOf));
  return {
    ...settingsView(model.settings),
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
  const types = [type, ...type.locals];
  const module = lazy(() =>
    moduleView({
      root: type,
      rootComment: noteParts(type.notes, type.type),
      isInterface: false,
      locals: type.locals,
      moduleOf: moduleFrom('types', modules.types),
    }),
  );
  const schemaModule = lazy(() => schemaModuleView(types, moduleFrom('validators/types', modules.schemas)));
  return {
    name: type.fileName as PlainName,
    source: sourceNote(type.source),
    exports: declaredNames(types).join(', ') as Code,
    get module() {
      return module();
    },
    get schemaModule() {
      return schemaModule();
    },
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
