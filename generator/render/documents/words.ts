import { asJson, type JsonObject } from '../../json.js';
import type { Message } from '../../model/model.js';
import { senderNames } from '../../model/sender.js';
import type { SchemaObject } from '../../schema/json-schema.js';
import { codeSpan } from '../../text/code-span.js';
import { markdownBlocks } from '../markdown/markdown.js';
import { deprecationSentence, retrySentence } from '../markdown/pages.js';

/** What the catalog says of a message beside its payload, as it says it, for programs. */
export function facts({ domain, sentBy, outcome, emits, retry, deprecated }: Message): JsonObject {
  const sent = emits.length === 0 ? undefined : emits;
  return asJson({ domain: domain || undefined, sentBy, outcome, emits: sent, retry, deprecated });
}

/** What a message is for and what else the catalog says of it, as Markdown for people. */
export function inWords(message: Message): string {
  const { description, sentBy, deprecated, outcome, emits, outcomeOf, emittedBy, retry } = message;
  const names = (all: readonly string[]): string => all.map(codeSpan).join(', ');
  const links = [
    `Sent by ${senderNames[sentBy]}.`,
    outcome === undefined ? '' : `Its job ends with ${codeSpan(outcome)}.`,
    emits.length === 0 ? '' : `While the job runs, it sends ${names(emits)}.`,
    outcomeOf.length === 0 ? '' : `It reports the end of ${names(outcomeOf)}.`,
    emittedBy.length === 0 ? '' : `It is sent while ${names(emittedBy)} runs.`,
  ];
  const paragraphs = [
    deprecated === undefined ? '' : `**Deprecated.** ${deprecationSentence(deprecated)}`,
    description,
    links.filter((text) => text !== '').join(' '),
    retry === undefined ? '' : `Retries: ${retrySentence(retry)}`,
  ];
  return paragraphs.filter((text) => text !== '').join('\n\n');
}

/** A schema whose description, as Markdown without HTML, says in words what only the extension keywords of this project say. */
export function withWords(schema: SchemaObject): SchemaObject {
  const { 'x-known-values': known = [], 'x-secret': isSecret = false, description = '' } = schema;
  const words = [
    description,
    known.length === 0 ? '' : `Known values: ${known.map(codeSpan).join(', ')}; others are accepted.`,
    isSecret ? 'Secret: it is never printed.' : '',
  ];
  const text = markdownBlocks(words.filter((each) => each !== '').join(' '));
  return text === '' ? schema : { ...schema, description: text };
}
