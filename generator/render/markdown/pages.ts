import { emptyNotes } from '../../model/notes.js';
import type { Message, NamedType } from '../../model/model.js';
import { sampleOf } from '../../model/sample.js';
import { senderNames } from '../../model/sender.js';
import type { MessageExample, RetryPolicy } from '../../catalog/catalog.js';
import type { Json } from '../../json.js';
import { codeSpan } from '../../text/code-span.js';
import { conditionLine } from '../conditions.js';
import type { Code, MarkdownBlocks, MarkdownLine } from '../rendered.js';
import { valueExpression } from '../typescript/literals.js';
import { fieldRows, type FieldRow } from './field-rows.js';
import { firstSentence, markdownBlocks, markdownLine, summary } from './markdown.js';

/** A row of a table of fields. */
interface FieldView {
  readonly name: MarkdownLine;
  readonly type: MarkdownLine;
  /** ✓ or ✗. */
  readonly required: MarkdownLine;
  readonly meaning: MarkdownLine;
}

/** A complete example of a call. */
interface ExampleView {
  readonly title: MarkdownLine;
  /** The payload, as the first argument of a call. */
  readonly payload: Code;
}

/** A fact about a message, for a table. */
interface FactView {
  readonly name: MarkdownLine;
  readonly value: MarkdownLine;
}

/** What documents say of a message. */
export interface PageView {
  readonly summary: MarkdownLine;
  /** The first sentence of the summary. */
  readonly sentence: MarkdownLine;
  readonly description: MarkdownBlocks;
  /** All fields, at every depth, in full. */
  readonly fields: readonly FieldView[];
  /** The fields that are not inside others. */
  readonly ownFields: readonly FieldView[];
  /** Whether there are fields inside fields. */
  readonly hasNestedFields: boolean;
  /** What holds for the payload as a whole; empty where nothing does. */
  readonly conditions: MarkdownLine;
  /** Who sends it, in words. */
  readonly sentBy: MarkdownLine;
  /** Since when it is deprecated, why and what instead; empty where it is not. */
  readonly deprecation: MarkdownLine;
  readonly facts: readonly FactView[];
  readonly examples: readonly ExampleView[];
  readonly firstExample: ExampleView;
  /** The example that takes the least room. */
  readonly shortestExample: ExampleView;
  /** How the job ends, in a sentence. */
  readonly ending: MarkdownLine;
}

/**
 * Says what documents say of a message.
 *
 * @param message - The message.
 * @param types - All named types, by name.
 */
export function pageView(message: Message, types: ReadonlyMap<string, NamedType>): PageView {
  const { payload } = message;
  const rows = fieldRows(payload.type, types);
  const exampleViews = examplesOf(message, types, rows).map(({ title, payload: value }): ExampleView => ({
    title: markdownLine(title),
    payload: valueExpression(value, 0),
  }));
  return {
    summary: markdownLine(summary(message.description)),
    sentence: markdownLine(firstSentence(message.description)),
    description: markdownBlocks(message.description),
    fields: rows.map(fieldView),
    ownFields: rows.filter(({ depth }) => depth === 1).map(fieldView),
    hasNestedFields: rows.some(({ depth }) => depth > 1),
    conditions: markdownLine(conditionLine(payload.notes, emptyNotes)),
    sentBy: senderNames[message.sentBy] as MarkdownLine,
    deprecation: markdownLine(message.deprecated === undefined ? '' : deprecationSentence(message.deprecated)),
    facts: facts(message),
    examples: exampleViews,
    firstExample: exampleViews[0] as ExampleView,
    shortestExample: exampleViews.reduce((a, b) => (b.payload.length < a.payload.length ? b : a)),
    ending: ending(message),
  };
}

/**
 * Payloads that show how a message is used: those of the catalog, or one that is made up.
 *
 * @param message - The message.
 * @param types - All named types, by name.
 * @param rows - The fields of its payload.
 */
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
  return [
    sampleExample(
      message,
      types,
      notes.some(({ conditions }) => conditions.length > 0),
    ),
  ];
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
  const told = problems.map(({ pointer, message }) => `${codeSpan(pointer || '/')}: ${message}`);
  return { title: `A payload in outline, which does not fit as it is (${told.join(' ')})`, payload: smallest.payload };
}

function fieldView(row: FieldRow): FieldView {
  return {
    name: markdownLine(codeSpan(row.path)),
    type: markdownLine(row.label),
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

function facts({ domain, sentBy, outcome, emits, outcomeOf, emittedBy, retry, deprecated }: Message): FactView[] {
  const fact = (name: string, value: string): FactView => ({
    name: name as MarkdownLine,
    value: value as MarkdownLine,
  });
  return [
    ...(domain === '' ? [] : [fact('Domain', markdownLine(domain))]),
    fact('Sent by', senderNames[sentBy]),
    ...(outcome === undefined ? [] : [fact('Outcome', pageLink(outcome))]),
    ...(emits.length === 0 ? [] : [fact('Sent meanwhile', emits.map(pageLink).join(', '))]),
    ...(outcomeOf.length === 0 ? [] : [fact('Outcome of', outcomeOf.map(pageLink).join(', '))]),
    ...(emittedBy.length === 0 ? [] : [fact('Sent during', emittedBy.map(pageLink).join(', '))]),
    ...(retry === undefined ? [] : [fact('Retries', markdownLine(retrySentence(retry)))]),
    ...(deprecated === undefined ? [] : [fact('Deprecated', markdownLine(deprecationSentence(deprecated)))]),
  ];
}

function retrySentence({ attempts, backoff, retryOn = [], neverOn = [] }: RetryPolicy): string {
  const wait =
    backoff === undefined
      ? ''
      : `, ${backoff.type === 'exponential' ? 'exponential backoff from' : 'each after'} ${backoff.delay}`;
  const on = retryOn.length === 0 ? '' : ` After ${retryOn.map(codeSpan).join(', ')}.`;
  const never = neverOn.length === 0 ? '' : ` Never after ${neverOn.map(codeSpan).join(', ')}.`;
  return `${attempts} attempts${wait}.${on}${never}`;
}

/** Says since when, why and what instead, as Markdown. */
export function deprecationSentence({ since, reason, replacedBy }: NonNullable<Message['deprecated']>): string {
  const instead = replacedBy === undefined ? '' : ` Send ${codeSpan(replacedBy)} instead.`;
  return `Since ${since}.${reason === undefined ? '' : ` ${reason.trim().replace(/\.?$/, '.')}`}${instead}`;
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
