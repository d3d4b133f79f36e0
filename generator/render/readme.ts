import { compareText } from '../diagnostics/diagnostic.js';
import { groupBy } from '../group-by.js';
import type { MarkdownLine } from './rendered.js';
import type { PackageView } from './views.js';

/** What a README says of one message. */
type MessageView = PackageView['messages'][number];

/** What the README says of the messages. */
export interface ReadmeView {
  /** The messages by domain; empty where there are too many. */
  readonly domains: readonly { readonly title: MarkdownLine; readonly messages: readonly MessageView[] }[];
  /** Whether it lists their fields. */
  readonly hasFields: boolean;
}

/** Most bytes of a README: registries cut what is longer. */
export const maxReadmeBytes = 64_000;

/** Fewest bytes that a section takes. */
const minSectionBytes = 100;

/**
 * Renders a README: with the fields of all messages, without any where that is too large, and without sections where even
 * those are.
 */
export function renderReadme(messages: readonly MessageView[], fill: (readme: ReadmeView) => string): string {
  const domains = [...groupBy(messages, (message): string => message.domain)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([domain, members]) => ({
      title: (domain === '' ? 'Other messages' : domain) as MarkdownLine,
      messages: members,
    }));
  const isFew = messages.length * minSectionBytes <= maxReadmeBytes;
  const views = isFew ? [true, false].map((hasFields) => ({ domains, hasFields })) : [];
  for (const view of views) {
    const text = fill(view);
    if (Buffer.byteLength(text) <= maxReadmeBytes) return text;
  }
  return fill({ domains: [], hasFields: false });
}
