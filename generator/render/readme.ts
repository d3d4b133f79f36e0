import { compareText } from '../diagnostics/diagnostic.js';
import type { Model } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { markdownLine } from './markdown/markdown.js';
import { ownFields, type FieldView } from './markdown/pages.js';
import type { MarkdownLine } from './rendered.js';
import type { MessageView } from './message-view.js';

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
 * @param model - The model.
 * @param views - Views of its messages, in the same order.
 * @param fill - Renders the README with what it tells of the messages.
 */
export function renderReadme(
  model: Model,
  views: readonly MessageView[],
  fill: (readme: ReadmeView) => string,
): string {
  const types = namedTypes(model);
  let listed: readonly ReturnType<typeof ownFields>[] | undefined;
  const fieldsOf: FieldsOf = (meaning) => {
    listed ??= model.messages.map((message) => ownFields(message, types));
    return listed.map((fields) => fields(meaning));
  };
  return mostThatFits(
    model.messages.length,
    (detail) => fill(readmeView(model, views, fieldsOf, detail)),
    (meaning) =>
      Buffer.byteLength(
        fieldsOf(meaning)
          .flatMap((fields) => fields.map((each) => each.meaning))
          .join(''),
      ),
  );
}

/** Gives the fields of each message, with so many characters of their meanings at most. */
type FieldsOf = (meaning: number) => readonly (readonly FieldView[])[];

/**
 * Fills in the most detail that fits.
 *
 * @param messages - How many messages the package has.
 * @param fill - Renders the README with a detail.
 * @param bytesOf - Gives how many bytes the meanings of all fields take, each with so many characters at most.
 */
export function mostThatFits(
  messages: number,
  fill: (detail: ReadmeDetail) => string,
  bytesOf: (meaning: number) => number,
): string {
  let text = '';
  // Bytes of a README with fields that does not fit, without those of the meanings.
  let besides = 0;
  for (const [detail, leastBytes] of details) {
    if (messages * leastBytes > mostReadmeBytes) continue;
    const meanings = detail.shows === 'fields' ? bytesOf(detail.meaning) : 0;
    // It would not fit either, which is known before it is rendered.
    if (detail.shows === 'fields' && besides + meanings > mostReadmeBytes) continue;
    text = fill(detail);
    const bytes = Buffer.byteLength(text);
    if (bytes <= mostReadmeBytes) break;
    besides = bytes - meanings;
  }
  return text;
}

function readmeView(
  { messages }: Model,
  views: readonly MessageView[],
  fieldsOf: FieldsOf,
  detail: ReadmeDetail,
): ReadmeView {
  const showsMethods = detail.shows === 'fields' || detail.shows === 'methods';
  const fields = detail.shows === 'fields' ? fieldsOf(detail.meaning) : [];
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
    messages: (showsMethods ? views : []).map((message, index) => ({
      message,
      fields: fields[index] ?? [],
    })),
  };
}
