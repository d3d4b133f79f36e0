import type { Message, Model, NamedType, SharedType } from '../../model/model.js';
import { typeReferences } from '../../model/type-node.js';
import { deprecationSentence, examplesOf } from '../markdown/pages.js';
import { typeLabel } from '../markdown/type-label.js';
import type { View } from '../rendered.js';
import { codeListing } from './code.js';
import { exampleView } from './examples.js';
import { fieldList, type PageContext } from './fields.js';
import { flowPicture } from './flow.js';
import { html, shown, type Content } from './markup.js';
import { badges } from './navigation.js';
import { prose, proseLine } from './prose.js';
import { retryPicture } from './retry-picture.js';

/** What the page of a message says between its head and its foot. */
export function messageBody(message: Message, context: PageContext) {
  const { description, payload, deprecated } = message;
  return {
    badges: shown(badges(message, 'sent by ')),
    /** Empty where it is not deprecated. */
    deprecation: shown(deprecated && proseLine(`Deprecated. ${deprecationSentence(deprecated)}`)),
    description: shown(prose(description)),
    /** A picture; empty where nothing is linked to it. */
    flow: shown(flowPicture(message, (other) => `${other}.html`)),
    /** What holds for the payload as a whole. */
    conditions: payload.notes.conditions.map((each) => shown(proseLine(each))),
    /** Empty where it has none. */
    fields: shown(fieldList(payload.type, context)),
    /** Empty where the catalog says nothing of it. */
    retry: shown(retry(message)),
    schema: shown(codeListing(JSON.stringify(message.jsonSchema(), null, 2), 'json')),
    examples: examplesOf(message, context.types).map((each, index) => exampleView(message, each, index, context)),
  } satisfies View;
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

/** What the page of a shared type says between its head and its foot. */
export function typeBody({ name, type, notes, jsonSchema }: SharedType, model: Model, context: PageContext) {
  return {
    label: shown(typeLabel(type, notes)),
    description: shown(prose(notes.description)),
    conditions: notes.conditions.map((each) => shown(proseLine(each))),
    knownValues: notes.knownValues.map(shown),
    /** Empty where it has none. */
    fields: shown(fieldList(type, context)),
    users: usersOf(name, model),
    schema: shown(codeListing(JSON.stringify(jsonSchema(), null, 2), 'json')),
  } satisfies View;
}

/** Messages and other shared types that mention a type, with their addresses. */
function usersOf(type: string, { messages, types }: Model) {
  const mentions = (named: readonly NamedType[]): boolean =>
    named.some((each) => typeReferences(each.type).includes(type));
  return [
    ...messages
      .filter(({ declared }) => mentions(declared))
      .map(({ name }) => ({ name: shown(name), address: shown(`../messages/${name}.html`) })),
    ...types
      .filter((each) => each.name !== type && mentions(each.declared))
      .map(({ name, fileName }) => ({ name: shown(name), address: shown(`${fileName}.html`) })),
  ];
}
