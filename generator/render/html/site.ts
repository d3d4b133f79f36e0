import { groupBy } from '../../group-by.js';
import { lazy } from '../../lazy.js';
import type { Message, Model, SharedType } from '../../model/model.js';
import { namedTypes } from '../../model/named-types.js';
import { senderNames } from '../../model/sender.js';
import { summary } from '../markdown/markdown.js';
import { payloadExamples } from '../markdown/pages.js';
import type { Html, View } from '../rendered.js';
import type { FieldContext } from './fields.js';
import { flowsOverview } from './flow.js';
import { shown, type Content } from './markup.js';
import { messageBody, typeBody } from './pages.js';
import { domainViews, navigation } from './navigation.js';
import { prose, proseLine } from './prose.js';
import { searchIndex, searchLibrary } from './search-index.js';

/** Renders a model as pages for people who browse it. */
export function siteOf(model: Model) {
  const pages = new Map(model.types.map(({ name, fileName }) => [name, fileName]));
  const typePage: FieldContext['typePage'] = (name) => {
    const file = pages.get(name);
    return file === undefined ? undefined : `../types/${file}.html`;
  };
  const types = namedTypes(model);
  const context: FieldContext = { types, typePage, exampleOf: payloadExamples(model.messages, types) };
  return {
    site: lazy(() => siteView(model, context)),
    messagePage: (message: Message) => ({
      ...head(message.name, model, message),
      ...messageBody(message, model, context),
    }),
    typePage: (type: SharedType) => ({ ...head(type.name, model, type), ...typeBody(type, model, context) }),
  };
}

/** What the page of a message or a shared type says around what it is of. */
function head(title: string, model: Model, subject: Message | SharedType) {
  return {
    title: shown(title),
    /** The parts of the catalog, with those beside this one. */
    navigation: shown(navigation(model, '../', subject)),
  } satisfies View;
}

/** What the pages of a reference site say of the whole catalog. */
function siteView(model: Model, context: FieldContext) {
  const { settings, types } = model;
  return {
    title: shown(settings.title),
    version: shown(settings.version),
    description: shown(prose(settings.description)),
    /** How many messages and types there are, and who sends them. */
    counts: counts(model),
    /** What changed in this version; empty where no changelog says it. */
    changes: shown(changesOf(model)),
    /** All messages by domain, and all types. */
    domains: domainViews(model),
    types: types.map(({ name, fileName, notes }) => ({
      name: shown(name),
      fileName: shown(fileName),
      summary: shown(proseLine(summary(notes.description))),
    })),
    typeCount: shown(types.length),
    /** The parts of the catalog, for the side of a page in the site's root. */
    navigation: shown(navigation(model, '')),
    /** Pictures of all flows, by domain. */
    flows: flowsOverview(model),
    /** What the search looks through, as JSON that may stand in a script element. */
    searchIndex: searchIndex(model, context) as Html,
    /** Source of the library that searches (minisearch), as a classic script. */
    searchLibrary: searchLibrary() as Html,
  } satisfies View;
}

function counts({ messages, types }: Model) {
  const senders = [...groupBy(messages, ({ sentBy }) => senderNames[sentBy])];
  const all: readonly (readonly [number, string])[] = [
    [messages.length, 'messages'],
    [types.length, 'shared types'],
    [messages.filter(({ outcome }) => outcome !== undefined).length, 'requests with an outcome'],
    ...senders.map(([sender, sent]) => [sent.length, `sent by ${sender}`] as const),
  ];
  return all.map(([count, noun]) => ({ count: shown(count), noun: shown(noun) }));
}

/** What the changelog says of the catalog's version; nothing where it has no section of that version. */
function changesOf({ changelog, settings: { version } }: Model): Content {
  const sections = changelog.split(/^(?=## )/m);
  const own = sections.find((section) => /^## +\[?(\d[^\]\s]*)/.exec(section)?.[1] === version);
  return own && prose(own.replace(/^.*/, '').trim());
}
