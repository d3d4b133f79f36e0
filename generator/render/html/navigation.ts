import { compareText } from '../../diagnostics/diagnostic.js';
import { groupBy } from '../../group-by.js';
import type { Message, Model, SharedType } from '../../model/model.js';
import { summary } from '../markdown/markdown.js';
import { html, type Markup } from './markup.js';
import { proseLine } from './prose.js';

/** A part of more messages than that is a link alone: each of its pages would repeat them all. */
const maxListed = 150;

/** Who sends a message, in a word. */
export function senderWords({ sentBy }: Message): string {
  return sentBy === 'both' ? 'callers and workers' : sentBy;
}

/** The domains of a catalog in order, each with its messages. */
function domainsOf({ messages }: Model): readonly (readonly [domain: string, messages: readonly Message[]])[] {
  return [...groupBy(messages, ({ domain }) => domain)].sort(([a], [b]) => compareText(a, b));
}

const titleOf = (domain: string): string => (domain === '' ? 'messages' : domain);

/** The fragment of a domain's list on the first page. */
const anchorOf = (domain: string): string => `domain-${titleOf(domain).replaceAll('/', '-')}`;

/**
 * The parts of a catalog as links; of the one that the page belongs to, what is in it.
 *
 * @param root - Leads from the page to the site's root.
 * @param current - What the page is of. Default: none of them.
 */
export function navigation(model: Model, root: string, current?: Message | SharedType): Markup {
  const ownDomain = current !== undefined && 'domain' in current ? current.domain : undefined;
  const isType = current !== undefined && ownDomain === undefined;
  const part = (title: string, anchor: string, isOwn: boolean, links: readonly Markup[]): Markup =>
    html`<li>
      <a class="part" href="${root}index.html#${anchor}">${title} <span class="count">${links.length}</span></a
      >${
        isOwn && links.length <= maxListed
          ? html`<ul>
              ${links}
            </ul>`
          : ''
      }
    </li>`;
  const domains = domainsOf(model).map(([domain, messages]) => {
    const links = messages.map(({ name }) => link(`${root}messages/${name}.html`, name, current?.name === name));
    return part(titleOf(domain), anchorOf(domain), domain === ownDomain, links);
  });
  const types = model.types.map((type) => link(`${root}types/${type.fileName}.html`, type.name, type === current));
  return html`<ul class="parts">
    ${domains}${types.length === 0 ? '' : part('Shared types', 'types', isType, types)}
  </ul>`;
}

function link(address: string, name: string, isCurrent: boolean): Markup {
  return html`<li><a href="${address}" ${isCurrent ? html` aria-current="page"` : ''}>${name}</a></li>`;
}

/** All messages by domain, with what each is for, and all shared types. */
export function domainLists(model: Model): Markup {
  const domains = domainsOf(model).map(
    ([domain, messages]) =>
      html`<section class="domain" id="${anchorOf(domain)}">
        <h2>${titleOf(domain)} <span class="count">${messages.length}</span></h2>
        <ul class="messages">
          ${messages.map(messageEntry)}
        </ul>
      </section>`,
  );
  const types = model.types.map(
    ({ name, fileName, notes }) =>
      html`<li>
        <a class="name" href="types/${fileName}.html">${name}</a>
        <p>${proseLine(summary(notes.description))}</p>
      </li>`,
  );
  return html`${domains}${
    types.length === 0
      ? ''
      : html`<section class="domain" id="types">
          <h2>Shared types <span class="count">${types.length}</span></h2>
          <ul class="messages">
            ${types}
          </ul>
        </section>`
  }`;
}

function messageEntry(message: Message): Markup {
  const { name, description, outcome, deprecated, sentBy } = message;
  return html`<li data-sender="${sentBy}" ${deprecated === undefined ? '' : html` data-deprecated`}>
    <a class="name" href="messages/${name}.html">${name}</a> ${badges(message)}
    <p>${proseLine(summary(description))}</p>
    ${outcome === undefined ? '' : html`<p class="leads">→ <a href="messages/${outcome}.html">${outcome}</a></p>`}
  </li>`;
}

/** Who sends a message, behind some words, and whether it is deprecated. */
export function badges(message: Message, words = ''): Markup {
  return html`<span class="badge ${message.sentBy}" title="Sent by ${senderWords(message)}"
      >${words}${senderWords(message)}</span
    >${message.deprecated === undefined ? '' : html` <span class="badge deprecated">deprecated</span>`}`;
}
