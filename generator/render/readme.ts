import { compareText } from '../diagnostics/diagnostic.js';
import type { Model } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { markdownLine } from './markdown/markdown.js';
import { ownFields, type FieldView } from './markdown/pages.js';
import type { MarkdownLine } from './rendered.js';
import type { MessageView } from './views.js';

/** What the README tells of the messages: as much as registries show of it. */
export interface ReadmeView {
  /** Links to the messages of each folder of the catalog; empty where there are too many messages. */
  readonly domains: readonly { readonly title: MarkdownLine; readonly links: MarkdownLine }[];
  /** The messages with their fields; empty where there are too many. */
  readonly messages: readonly { readonly message: MessageView; readonly fields: readonly FieldView[] }[];
}

/** How much a README tells of each message; what it leaves out is on the message's page. */
export type ReadmeDetail =
  /** Its fields, each with a meaning of so many characters at most. */
  { readonly shows: 'fields'; readonly meaning: number } | { readonly shows: 'methods' | 'names' | 'nothing' };

/** Most bytes of a README: registries cut what is longer than 64 KB. */
export const mostReadmeBytes = 63_900;

/** From the most to the least, with the fewest bytes that a message takes with each. */
const details: readonly (readonly [ReadmeDetail, leastBytes: number])[] = [
  ...[80, 72, 64, 56, 52, 48, 44, 40, 36, 32, 28, 24].map((meaning) => [{ shows: 'fields', meaning }, 150] as const),
  [{ shows: 'methods' }, 110],
  [{ shows: 'names' }, 20],
  [{ shows: 'nothing' }, 0],
];

/**
 * Renders a README with the most detail that registries show.
 *
 * @param messages - How many messages the package has.
 * @param fill - Renders the README with a detail.
 */
export function renderReadme(messages: number, fill: (detail: ReadmeDetail) => string): string {
  let text = '';
  for (const [detail, leastBytes] of details) {
    if (messages * leastBytes > mostReadmeBytes) continue;
    text = fill(detail);
    if (Buffer.byteLength(text) <= mostReadmeBytes) break;
  }
  return text;
}

/**
 * What a README tells of the messages.
 *
 * @param model - The model.
 * @param views - Views of its messages, in the same order.
 * @param detail - How much it tells.
 */
export function readmeView(model: Model, views: readonly MessageView[], detail: ReadmeDetail): ReadmeView {
  const { messages } = model;
  const types = namedTypes(model);
  const showsMethods = detail.shows === 'fields' || detail.shows === 'methods';
  const domains = new Map<string, string[]>();
  for (const { domain, name } of detail.shows === 'nothing' ? [] : messages) {
    const links = domains.get(domain) ?? [];
    links.push(`[${name}](docs/${name}.md)`);
    domains.set(domain, links);
  }
  return {
    domains: [...domains]
      .sort(([a], [b]) => compareText(a, b))
      .map(([domain, links]) => ({
        title: markdownLine(domain === '' ? 'messages' : domain),
        links: links.join(', ') as MarkdownLine,
      })),
    messages: (showsMethods ? messages : []).map((message, index) => ({
      message: views[index] as MessageView,
      fields: detail.shows === 'fields' ? ownFields(message, types, detail.meaning) : [],
    })),
  };
}
