import { compareText } from '../../diagnostics/diagnostic.js';
import { groupBy } from '../../group-by.js';
import type { Message, Model, SharedType } from '../../model/model.js';
import { senderNames } from '../../model/sender.js';
import { summary } from '../markdown/markdown.js';
import type { View } from '../rendered.js';
import { html, shown, type Markup } from './markup.js';
import { proseLine } from './prose.js';

/** A part of more messages than that is a link alone: each of its pages would repeat them all. */
const maxListed = 150;

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

/** All messages by domain, with what each is for. */
export function domainViews(model: Model) {
  return domainsOf(model).map(([domain, messages]) => ({
    title: shown(titleOf(domain)),
    anchor: shown(anchorOf(domain)),
    count: shown(messages.length),
    messages: messages.map((message) => ({
      name: shown(message.name),
      sentBy: shown(message.sentBy),
      isDeprecated: message.deprecated !== undefined,
      badges: shown(badges(message)),
      summary: shown(proseLine(summary(message.description))),
      outcome: shown(message.outcome),
    })),
  })) satisfies View;
}

/** Who sends a message, behind some words, and whether it is deprecated. */
export function badges(message: Message, words = ''): Markup {
  return html`<span class="badge ${message.sentBy}" title="Sent by ${senderNames[message.sentBy]}"
      >${words}${senderNames[message.sentBy]}</span
    >${message.deprecated === undefined ? '' : html` <span class="badge deprecated">deprecated</span>`}`;
}
