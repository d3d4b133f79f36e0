import { compareText } from '../../diagnostics/diagnostic.js';
import { groupBy } from '../../group-by.js';
import type { Message, Model } from '../../model/model.js';
import { rowPicture } from './flow.js';
import { html, type Markup } from './markup.js';

/** Every flow of a catalog as a picture, by domain: a request, what it sends while it runs, and its outcome. */
export function flowsOverview({ messages }: Model): Markup {
  const starts = messages.filter(({ outcome, emits }) => outcome !== undefined || emits.length > 0);
  const linked = new Set(starts.flatMap(({ name, outcome, emits }) => [name, outcome, ...emits]));
  const domains = [...groupBy(starts, ({ domain }) => domain)].sort(([a], [b]) => compareText(a, b));
  const alone = messages.filter(({ name }) => !linked.has(name));
  return html`${domains.map(
    ([domain, requests]) =>
      html`<section class="domain">
        <h2>${domain === '' ? 'messages' : domain}</h2>
        ${requests.map(flow)}
      </section>`,
  )}${
    alone.length === 0
      ? ''
      : html`<section class="domain">
          <h2>Without links</h2>
          <ul class="links">
            ${alone.map(({ name }) => html`<li><a href="messages/${name}.html">${name}</a></li>`)}
          </ul>
        </section>`
  }`;
}

function flow({ name, outcome, emits }: Message): Markup {
  const columns = [
    [{ name, role: 'request' }],
    [
      ...emits.map((emitted) => ({ name: emitted, role: 'while it runs' })),
      ...(outcome === undefined ? [] : [{ name: outcome, role: 'outcome' }]),
    ],
  ];
  const picture = rowPicture(columns, (other) => `messages/${other}.html`, `What comes of ${name}`);
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${name}">${picture}</div>`;
}
