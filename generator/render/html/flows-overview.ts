import { compareText } from '../../diagnostics/diagnostic.js';
import { groupBy } from '../../group-by.js';
import type { Message, Model } from '../../model/model.js';
import type { View } from '../rendered.js';
import { rowPicture } from './flow.js';
import { shown, type Markup } from './markup.js';

/** Every flow of a catalog as a picture, by domain: a request, what it sends while it runs, and its outcome. */
export function flowsOverview({ messages }: Model) {
  const starts = messages.filter(({ outcome, emits }) => outcome !== undefined || emits.length > 0);
  const linked = new Set(starts.flatMap(({ name, outcome, emits }) => [name, outcome, ...emits]));
  const domains = [...groupBy(starts, ({ domain }) => domain)].sort(([a], [b]) => compareText(a, b));
  return {
    domains: domains.map(([domain, requests]) => ({
      title: shown(domain === '' ? 'messages' : domain),
      requests: requests.map((request) => ({ name: shown(request.name), picture: shown(picture(request)) })),
    })),
    /** Names of the messages that nothing is linked to. */
    alone: messages.flatMap(({ name }) => (linked.has(name) ? [] : [shown(name)])),
  } satisfies View;
}

function picture({ name, outcome, emits }: Message): Markup {
  const columns = [
    [{ name, role: 'request' }],
    [
      ...emits.map((emitted) => ({ name: emitted, role: 'while it runs' })),
      ...(outcome === undefined ? [] : [{ name: outcome, role: 'outcome' }]),
    ],
  ];
  return rowPicture(columns, (other) => `messages/${other}.html`, `What comes of ${name}`);
}
