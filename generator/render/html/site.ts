import { groupBy } from '../../group-by.js';
import { lazy } from '../../lazy.js';
import type { Message, Model, SharedType } from '../../model/model.js';
import { namedTypes } from '../../model/named-types.js';
import { payloadExamples } from '../markdown/pages.js';
import type { Html, View } from '../rendered.js';
import { changesOf } from './changes.js';
import type { FieldContext } from './fields.js';
import { flowsOverview } from './flows-overview.js';
import { html, type Content, type Markup } from './markup.js';
import { messageBody } from './message-page.js';
import { domainLists, navigation, senderWords } from './navigation.js';
import { prose } from './prose.js';
import { searchIndex, searchLibrary } from './search-index.js';
import { typeBody } from './type-page.js';

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
    messagePage: (message: Message) => page(message.name, messageBody(message, model, context), model, message),
    typePage: (type: SharedType) => page(type.name, typeBody(type, model, context), model, type),
  };
}

/** What the page of a message or a shared type says. */
function page(title: string, body: Markup, model: Model, subject: Message | SharedType) {
  return {
    title: text(title),
    body: done(body),
    /** The parts of the catalog, with those beside this one. */
    navigation: done(navigation(model, '../', subject)),
  } satisfies View;
}

/** What the pages of a reference site say of the whole catalog. */
function siteView(model: Model, context: FieldContext) {
  const { settings } = model;
  return {
    title: text(settings.title),
    version: text(settings.version),
    description: done(prose(settings.description)),
    /** How many messages and types there are, and who sends them. */
    counts: done(counts(model)),
    /** What changed in this version; empty where no changelog says it. */
    changes: text(changesOf(model)),
    /** All messages by domain, and all types. */
    domains: done(domainLists(model)),
    /** The parts of the catalog, for the side of a page in the site's root, and in a folder of it. */
    navigation: done(navigation(model, '')),
    folderNavigation: done(navigation(model, '../')),
    /** Pictures of all flows, by domain. */
    flows: done(flowsOverview(model)),
    /** What the search looks through, as JSON that may stand in a script element. */
    searchIndex: searchIndex(model, context) as Html,
    /** Source of the library that searches (minisearch), as a classic script. */
    searchLibrary: searchLibrary() as Html,
  } satisfies View;
}

function counts({ messages, types }: Model): Markup {
  const senders = [...groupBy(messages, senderWords)].map(([sender, sent]) => item(sent.length, `sent by ${sender}`));
  const links = messages.filter(({ outcome }) => outcome !== undefined).length;
  return html`<ul class="counts">
    ${item(messages.length, 'messages')}${item(types.length, 'shared types')}${item(links, 'requests with an outcome')}${senders}
  </ul>`;
}

const item = (count: number, noun: string): Markup => html`<li><strong>${count}</strong> ${noun}</li>`;

const text = (content: Content): Html => done(html`${content}`);

/** A view's values are texts: what was markup may stand where its branded type says. */
const done = (markup: Markup): Html => markup.toString() as Html;
