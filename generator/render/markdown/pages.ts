import { emptyNotes } from '../../model/notes.js';
import type { Message, NamedType } from '../../model/model.js';
import { sampleOf } from '../../model/sample.js';
import { senderNames } from '../../model/sender.js';
import type { MessageExample, RetryPolicy } from '../../catalog/catalog.js';
import type { Json } from '../../json.js';
import { codeSpan } from '../../text/code-span.js';
import { conditionLine } from '../conditions.js';
import type { MarkdownLine, View } from '../rendered.js';
import { valueExpression } from '../typescript/literals.js';
import { fieldRows, type FieldRow } from './field-rows.js';
import { firstSentence, markdownBlocks, markdownLine, summary } from './markdown.js';

/** Says what documents say of a message. */
export function pageView(message: Message, types: ReadonlyMap<string, NamedType>) {
  const { payload, deprecated } = message;
  const rows = fieldRows(payload.type, types);
  const examples = examplesOf(message, types, rows).map(({ title, payload: value }) => ({
    title: markdownLine(title),
    /** The payload, as the first argument of a call. */
    payload: valueExpression(value, 0),
  }));
  return {
    summary: markdownLine(summary(message.description)),
    /** The first sentence of the summary. */
    sentence: markdownLine(firstSentence(message.description)),
    description: markdownBlocks(message.description),
    /** All fields, at every depth, in full. */
    fields: rows.map(fieldView),
    /** The fields that are not inside others. */
    ownFields: rows.filter(({ depth }) => depth === 1).map(fieldView),
    hasNestedFields: rows.some(({ depth }) => depth > 1),
    /** What holds for the payload as a whole; empty where nothing does. */
    conditions: markdownLine(conditionLine(payload.notes, emptyNotes)),
    sentBy: senderNames[message.sentBy] as MarkdownLine,
    /** Since when it is deprecated, why and what instead; empty where it is not. */
    deprecation: markdownLine(deprecated === undefined ? '' : deprecationSentence(deprecated)),
    facts: facts(message),
    /** Complete calls, at least one. */
    examples,
    firstExample: examples[0] as (typeof examples)[number],
    /** The example that takes the least room. */
    shortestExample: examples.reduce((a, b) => (b.payload.length < a.payload.length ? b : a)),
    /** How the job ends, in a sentence. */
    ending: ending(message),
  } satisfies View;
}

/** Payloads that show how a message is used: those of the catalog, or one that is made up. */
export function examplesOf(
  message: Message,
  types: ReadonlyMap<string, NamedType>,
  rows: readonly FieldRow[] = fieldRows(message.payload.type, types),
): readonly MessageExample[] {
  const { payload, examples } = message;
  if (examples.length > 0) return examples;
  const ofPayload = payload.notes.examples.map((example) => ({ title: 'An example', payload: example }));
  if (ofPayload.length > 0) return ofPayload;
  const notes = [payload.notes, ...rows.flatMap((row) => (row.isOptional ? [] : [row.notes, row.itemNotes]))];
  const isConditional = notes.some(({ conditions }) => conditions.length > 0);
  return [sampleExample(message, types, isConditional)];
}

/** Gives a payload of a message by the message's name, as its first example has it; `null` for one that there is not. */
export function payloadExamples(
  messages: readonly Message[],
  types: ReadonlyMap<string, NamedType>,
): (name: string) => Json {
  const byName = new Map(messages.map((message) => [message.name, message]));
  return (name) => {
    const message = byName.get(name);
    return message === undefined ? null : (examplesOf(message, types)[0]?.payload ?? null);
  };
}

/** A payload for a message without examples, with what is wrong with it where none fits. */
function sampleExample(
  { payload, problemsOf }: Message,
  types: ReadonlyMap<string, NamedType>,
  isConditional: boolean,
): MessageExample {
  const sample = (isWhole: boolean): Json =>
    sampleOf(payload.type, (name) => types.get(name)?.type ?? { kind: 'null' }, isWhole);
  const smallest = { title: 'The smallest payload', payload: sample(false) };
  const problems = isConditional ? problemsOf(smallest.payload) : [];
  if (problems.length === 0) return smallest;
  const whole = sample(true);
  if (problemsOf(whole).length === 0) return { title: 'A payload that fits', payload: whole };
  const found = problems.map(({ pointer, message }) => `${codeSpan(pointer || '/')}: ${message}`);
  return { title: `A payload in outline, which does not fit as it is (${found.join(' ')})`, payload: smallest.payload };
}

/** A row of a table of fields. */
function fieldView(row: FieldRow) {
  return {
    name: markdownLine(codeSpan(row.path)),
    type: markdownLine(row.label),
    /** ✓ or ✗. */
    required: (row.isOptional ? '✗' : '✓') as MarkdownLine,
    meaning: markdownLine(meaning(row)),
  };
}

function meaning({ notes, itemNotes }: FieldRow): string {
  return [
    notes.description,
    itemNotes.description === '' ? '' : `Each item: ${itemNotes.description}`,
    // The type's column says what values there are.
    conditionLine({ ...notes, isInteger: false, standsFor: '' }, { ...itemNotes, isInteger: false, standsFor: '' }),
    notes.default === undefined ? '' : `Default: ${codeSpan(JSON.stringify(notes.default))}.`,
    notes.isDeprecated ? '**Deprecated.**' : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** What a table says of a message, a name and a value each. */
function facts({ domain, sentBy, outcome, emits, outcomeOf, emittedBy, retry, deprecated }: Message) {
  const links = (names: readonly string[]): MarkdownLine => names.map(pageLink).join(', ') as MarkdownLine;
  const all = {
    Domain: markdownLine(domain),
    'Sent by': senderNames[sentBy] as MarkdownLine,
    Outcome: links(outcome === undefined ? [] : [outcome]),
    'Sent meanwhile': links(emits),
    'Outcome of': links(outcomeOf),
    'Sent during': links(emittedBy),
    Retries: markdownLine(retry === undefined ? '' : retrySentence(retry)),
    Deprecated: markdownLine(deprecated === undefined ? '' : deprecationSentence(deprecated)),
  };
  return Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [{ name: name as MarkdownLine, value }]));
}

/** Says how often and when a job is attempted again, as Markdown. */
export function retrySentence({ attempts, backoff, retryOn = [], neverOn = [] }: RetryPolicy): string {
  const wait =
    backoff === undefined
      ? ''
      : `, ${backoff.type === 'exponential' ? 'exponential backoff from' : 'each after'} ${backoff.delay}`;
  const on = retryOn.length === 0 ? '' : ` Expected to pass: ${retryOn.map(codeSpan).join(', ')}.`;
  const never = neverOn.length === 0 ? '' : ` Never after ${neverOn.map(codeSpan).join(', ')}.`;
  return `${attempts} attempts${wait}.${on}${never}`;
}

/** Says since when, why and what instead, as Markdown. */
export function deprecationSentence({
  since,
  reason,
  replacedBy,
  removal,
}: NonNullable<Message['deprecated']>): string {
  const instead = replacedBy === undefined ? '' : ` Send ${codeSpan(replacedBy)} instead.`;
  const end = removal === undefined ? '' : ` It may be removed from ${removal} on.`;
  return `Since ${since}.${reason === undefined ? '' : ` ${reason.trim().replace(/\.?$/, '.')}`}${instead}${end}`;
}

function ending({ outcome, emits, outcomeOf, emittedBy }: Message): MarkdownLine {
  const sentences = [
    outcome === undefined ? '' : `The worker reports the end of the job with ${pageLink(outcome)}.`,
    emits.length === 0 ? '' : `While the job runs, it sends ${emits.map(pageLink).join(', ')}.`,
    outcomeOf.length === 0 ? '' : `This message reports the end of ${outcomeOf.map(pageLink).join(', ')}.`,
    emittedBy.length === 0 ? '' : `This message is sent during ${emittedBy.map(pageLink).join(', ')}.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ') as MarkdownLine;
}

/** A link from one message's page to another's; names are plain words and hyphens. */
function pageLink(name: string): string {
  return `[${name}](${name}.md)`;
}
