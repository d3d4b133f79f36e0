import { groupBy } from '../../group-by.js';
import { lazy } from '../../lazy.js';
import type { Message, Model, SharedType } from '../../model/model.js';
import { namedTypes } from '../../model/named-types.js';
import type { Html } from '../rendered.js';
import type { FieldContext } from './fields.js';
import { flowsOverview } from './flows-overview.js';
import { html, type Content, type Markup } from './markup.js';
import { messageBody } from './message-page.js';
import { domainLists, navigation, senderWords } from './navigation.js';
import { prose } from './prose.js';
import { searchIndex, searchLibrary } from './search-index.js';
import { typeBody } from './type-page.js';

/** What the pages of a reference site say of the whole catalog. */
interface SiteView {
  readonly title: Html;
  readonly version: Html;
  readonly description: Html;
  /** How many messages and types there are, and who sends them. */
  readonly counts: Html;
  /** All messages by domain, and all types. */
  readonly domains: Html;
  /** The parts of the catalog, for the side of a page in the site's root, and in a folder of it. */
  readonly navigation: Html;
  readonly folderNavigation: Html;
  /** Pictures of all flows, by domain. */
  readonly flows: Html;
  /** What the search looks through, as JSON that may stand in a script element. */
  readonly searchIndex: Html;
  /** Source of the library that searches (minisearch), as a classic script. */
  readonly searchLibrary: Html;
}

/** What the page of a message or a shared type says. */
interface PageHtml {
  readonly title: Html;
  readonly body: Html;
  /** The parts of the catalog, with those beside this one. */
  readonly navigation: Html;
}

/** Pages of a reference site, made where they are asked for. */
export interface Site {
  readonly site: SiteView;
  readonly messagePage: (message: Message) => PageHtml;
  readonly typePage: (type: SharedType) => PageHtml;
}

/**
 * Renders a model as pages for people who browse it.
 *
 * @param model - The model.
 */
export function siteOf(model: Model): Site {
  const pages = new Map(model.types.map(({ name, fileName }) => [name, fileName]));
  const typePage: FieldContext['typePage'] = (name) => {
    const file = pages.get(name);
    return file === undefined ? undefined : `../types/${file}.html`;
  };
  const context: FieldContext = { types: namedTypes(model), typePage };
  const site = lazy(() => siteView(model, context));
  return {
    get site() {
      return site();
    },
    messagePage: (message) => ({
      title: text(message.name),
      body: done(messageBody(message, model, context)),
      navigation: done(navigation(model, '../', message)),
    }),
    typePage: (type) => ({
      title: text(type.name),
      body: done(typeBody(type, model, context)),
      navigation: done(navigation(model, '../', type)),
    }),
  };
}

function siteView(model: Model, context: FieldContext): SiteView {
  const { settings } = model;
  return {
    title: text(settings.title),
    version: text(settings.version),
    description: done(prose(settings.description)),
    counts: done(counts(model)),
    domains: done(domainLists(model)),
    navigation: done(navigation(model, '')),
    folderNavigation: done(navigation(model, '../')),
    flows: done(flowsOverview(model)),
    searchIndex: searchIndex(model, context) as Html,
    searchLibrary: searchLibrary() as Html,
  };
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
