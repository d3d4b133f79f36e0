import type { Message, Model, SharedType } from '../../model/model.js';
import { typeReferences } from '../../model/type-node.js';
import { typeLabel } from '../markdown/type-label.js';
import { codeListing } from './code.js';
import { fieldList, type FieldContext } from './fields.js';
import { html, type Markup } from './markup.js';
import { prose, proseLine } from './prose.js';

/** What the page of a shared type says between its head and its foot. */
export function typeBody(type: SharedType, model: Model, context: FieldContext): Markup {
  const fields = fieldList(type.type, context);
  const { conditions, description, knownValues } = type.notes;
  const users = usersOf(type, model);
  return html`<article>
    <p class="crumb">Shared types</p>
    <h1>${type.name}</h1>
    <p class="badges"><span class="type">${typeLabel(type.type, type.notes)}</span></p>
    <div class="prose">${prose(description)}</div>
    ${
      conditions.length === 0
        ? ''
        : html`<ul class="facts">
            ${conditions.map((each) => html`<li>${proseLine(each)}</li>`)}
          </ul>`
    }
    ${knownValues.length === 0 ? '' : html`<p>Known values: ${knownValues.map((value) => html`<code class="value">${value}</code> `)}<span class="muted">others are accepted</span></p>`}
    ${
      fields === undefined
        ? ''
        : html`<section id="fields">
            <h2>Fields</h2>
            ${fields}
          </section>`
    }
    <section id="users">
      <h2>Used by</h2>
      ${
        users.length === 0
          ? html`<p class="muted">Nothing.</p>`
          : html`<ul class="links">
              ${users}
            </ul>`
      }
    </section>
    <details class="schema" id="schema">
      <summary><h2>Schema</h2></summary>
      ${codeListing(JSON.stringify(type.jsonSchema(), null, 2), 'json')}
    </details>
  </article>`;
}

/** Messages and other shared types that mention a type, as links. */
function usersOf(type: SharedType, { messages, types }: Model): Markup[] {
  const mentions = (of: Message | SharedType): boolean => {
    const own = 'payload' in of ? [of.payload, ...of.locals] : [of, ...of.locals];
    return own.some((each) => typeReferences(each.type).includes(type.name));
  };
  return [
    ...messages.filter(mentions).map(({ name }) => html`<li><a href="../messages/${name}.html">${name}</a></li>`),
    ...types
      .filter((each) => each !== type && mentions(each))
      .map(({ name, fileName }) => html`<li><a href="${fileName}.html">${name}</a></li>`),
  ];
}
