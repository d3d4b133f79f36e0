import type { Message, Model } from '../../model/model.js';
import { deprecationSentence, examplesOf } from '../markdown/pages.js';
import { codeListing } from './code.js';
import { exampleTabs } from './examples.js';
import { fieldList, type FieldContext } from './fields.js';
import { flowPicture } from './flow.js';
import { html, type Content, type Markup } from './markup.js';
import { badges } from './navigation.js';
import { prose, proseLine } from './prose.js';
import { retryPicture } from './retry-picture.js';

/** What the page of a message says between its head and its foot. */
export function messageBody(message: Message, { settings }: Model, context: FieldContext): Markup {
  const { name, description, payload, deprecated, domain } = message;
  const written = {
    packageName: settings.package.name,
    environment: settings.environment,
    exampleOf: context.exampleOf,
  };
  const flow = flowPicture(message, (other) => `${other}.html`);
  const fields = fieldList(payload.type, context);
  const conditions = payload.notes.conditions;
  return html`<article class="split">
    <div class="text">
      <p class="crumb">${domain}</p>
      <h1>${name}</h1>
      <p class="badges">${badges(message, 'sent by ')}</p>
      ${deprecated === undefined ? '' : html`<p class="notice">${proseLine(`Deprecated. ${deprecationSentence(deprecated)}`)}${instead(deprecated.replacedBy)}</p>`}
      <div class="prose">${prose(description)}</div>
      <dl class="names">
        <div>
          <dt>Method</dt>
          <dd><code>client.${message.method}(data, options?)</code></dd>
        </div>
        <div>
          <dt>Payload</dt>
          <dd><code>${payload.name}</code></dd>
        </div>
        <div>
          <dt>Constant</dt>
          <dd><code>MessageTypes.${message.constant}</code></dd>
        </div>
      </dl>
      ${section('flow', 'Flow', flow === undefined ? undefined : html`<div class="scroll" tabindex="0" role="group" aria-label="Flow">${flow}</div>`)}
      ${section(
        'fields',
        'Fields',
        html`${
          conditions.length === 0
            ? ''
            : html`<ul class="facts">
                ${conditions.map((each) => html`<li>${proseLine(each)}</li>`)}
              </ul>`
        }${fields ?? html`<p class="muted">It has none.</p>`}`,
      )}
      ${section('retry', 'Retry', retry(message))}
      <details class="schema" id="schema">
        <summary><h2>Schema</h2></summary>
        ${codeListing(JSON.stringify(message.jsonSchema(), null, 2), 'json')}
      </details>
    </div>
    <aside class="examples" aria-label="Examples">
      <h2>Examples</h2>
      ${examplesOf(message, context.types).map((example, index) => exampleTabs(message, example, index, written))}
    </aside>
  </article>`;
}

const instead = (name: string | undefined): Content =>
  name === undefined ? '' : html` <a href="${name}.html">${name}</a>`;

function section(id: string, title: string, content: Content): Content {
  return content === undefined
    ? ''
    : html`<section id="${id}">
        <h2><a class="anchor" href="#${id}">${title}</a></h2>
        ${content}
      </section>`;
}

function retry({ retry: policy }: Message): Content {
  if (policy === undefined) return undefined;
  const { attempts, backoff, retryOn = [], neverOn = [] } = policy;
  const wait =
    backoff === undefined
      ? ''
      : `, ${backoff.type === 'exponential' ? 'waiting twice as long each time, from' : 'waiting'} ${backoff.delay}`;
  const codes = (title: string, all: readonly string[]): Content =>
    all.length === 0 ? '' : html`<p>${title} ${all.map((code) => html`<code class="value">${code}</code> `)}</p>`;
  return html`<p>Up to ${attempts} attempts${wait}.</p>
    <div class="scroll" tabindex="0" role="group" aria-label="Attempts in time">${retryPicture(policy)}</div>
    ${codes('Expected to pass:', retryOn)}${codes('Never again after', neverOn)}`;
}
