import type { Json, Path } from '../json.js';
import { pointerText } from '../schema/pointer.js';
import { pluralize } from '../text/pluralize.js';
import { didYouMean, nearest } from '../text/suggest.js';

/** A keyword of a schema that a value does not meet, whatever found it. */
export interface SchemaProblem {
  readonly keyword: string;
  /** Leads from the value that was checked to what is at fault: a value, or a key. */
  readonly path: Path;
  /** The value at fault, or the one that has the key. */
  readonly value: Json | undefined;
  /**
   * What the keyword demands: what it holds; a list for `type`, `enum` and `const`; the missing key for `required`, behind the
   * key that demands it for `dependentRequired`; the index of the equal item for `uniqueItems`; both limits for `contains`; the
   * indexes of what fits for `oneOf`, where several do; the keys that are known for `additionalProperties`.
   */
  readonly limit: unknown;
}

/** What formats look like. */
const samples: ReadonlyMap<unknown, string> = new Map([
  ['date-time', '2026-02-28T13:30:00Z'],
  ['date', '2026-02-28'],
  ['time', '13:30:00Z'],
  ['duration', 'P1DT12H'],
  ['uri', 'https://example.com/path'],
  ['uuid', '123e4567-e89b-12d3-a456-426614174000'],
]);

type Words = (problem: SchemaProblem) => string;

const words: Readonly<Record<string, Words>> = {
  type: ({ limit, value }) => `${indefinite(limit)} is expected here, not ${kindOf(value)}.${quoteHint(limit, value)}`,
  enum: oneOfValues,
  const: oneOfValues,
  required: ({ limit }) => `${quoted(limit)} is missing here: add it.`,
  dependentRequired: ({ limit }) => {
    const [cause, missing] = limit as readonly unknown[];
    return `With ${quoted(cause)} comes ${quoted(missing)}, which is missing here: add it.`;
  },
  minimum: ({ value, limit }) => `${quoteValue(value)} is less than the minimum: write ${quoteValue(limit)} or more.`,
  maximum: ({ value, limit }) =>
    `${quoteValue(value)} is greater than the maximum: write ${quoteValue(limit)} or less.`,
  exclusiveMinimum: ({ value, limit }) => `${quoteValue(value)} is not greater than ${quoteValue(limit)}: write more.`,
  exclusiveMaximum: ({ value, limit }) => `${quoteValue(value)} is not less than ${quoteValue(limit)}: write less.`,
  multipleOf: ({ value, limit }) => `${quoteValue(value)} is no multiple of ${quoteValue(limit)}: write one.`,
  minLength: ({ limit }) => `This text is shorter than ${pluralize(Number(limit), 'character')}: write more.`,
  maxLength: ({ limit }) => `This text is longer than ${pluralize(Number(limit), 'character')}: shorten it.`,
  pattern: ({ value, limit }) => `${quoteValue(value)} does not match ${String(limit)}: write a text that does.`,
  format: ({ value, limit }) => {
    const sample = samples.get(limit);
    const advice = sample === undefined ? 'correct it' : `write it like ${sample}`;
    return `${quoteValue(value)} is no ${String(limit)}: ${advice}.`;
  },
  minItems: ({ limit }) => `This list has fewer than ${pluralize(Number(limit), 'item')}: add more.`,
  maxItems: ({ limit }) => `This list has more than ${pluralize(Number(limit), 'item')}: remove some.`,
  uniqueItems: ({ limit }) => `This repeats item ${Number(limit) + 1} of the list: remove one.`,
  contains: ({ limit }) => {
    const [least, most = Infinity] = limit as readonly number[];
    const atMost = most === Infinity ? '' : ` and at most ${most}`;
    return `At least ${least}${atMost} of the items must match contains: correct the list.`;
  },
  minProperties: ({ limit }) => `This mapping has fewer than ${pluralize(Number(limit), 'key')}: add more.`,
  maxProperties: ({ limit }) => `This mapping has more than ${pluralize(Number(limit), 'key')}: remove some.`,
  propertyNames: ({ path }) => `${quoted(path.at(-1))} is no allowed name: rename it.`,
  additionalProperties: ({ path, limit }) => {
    const hint = didYouMean(String(path.at(-1)), limit as readonly string[]);
    return `The schema has no property ${quoted(path.at(-1))}.${hint || ' Remove it, or add it to the schema.'}`;
  },
  oneOf: ({ limit }) =>
    `Alternatives ${(limit as readonly number[]).map((index) => index + 1).join(' and ')} of oneOf all accept this, and only one may: let them exclude each other, or write anyOf.`,
  not: () => 'The schema excludes this value with not: write another.',
  false: () => 'The schema allows nothing here: remove it.',
};

/** What is wrong with a value, as a sentence for those who can change it. */
export function sentenceOf(problem: SchemaProblem): string {
  const word = Object.hasOwn(words, problem.keyword) ? words[problem.keyword] : undefined;
  return word?.(problem) ?? `The schema does not accept ${kindOf(problem.value)} here (${problem.keyword}).`;
}

/** What is missing from a mapping, or is too much of it, is shown at its key and not by all of its text. */
const aboutKeys: ReadonlySet<string> = new Set(
  'required dependentRequired minProperties maxProperties minItems contains additionalProperties propertyNames'.split(
    ' ',
  ),
);

/** Whether the key or the value that a problem leads to is at fault. */
export function partAtFault({ keyword }: SchemaProblem): 'key' | 'value' {
  return aboutKeys.has(keyword) ? 'key' : 'value';
}

/** Leaves out what is missing only because its key is misspelt: the misspelt key is reported, with what was meant. */
export function withoutMisspelt<Found extends SchemaProblem>(problems: readonly Found[]): readonly Found[] {
  const meant = new Set<string>();
  for (const { keyword, path, limit } of problems) {
    if (keyword !== 'additionalProperties') continue;
    const name = nearest(String(path.at(-1)), limit as readonly string[]);
    if (name !== undefined) meant.add(pointerText([...path.slice(0, -1), name]));
  }
  return problems.filter(
    ({ keyword, path, limit }) => keyword !== 'required' || !meant.has(pointerText([...path, String(limit)])),
  );
}

/** A value as it is quoted in a message: JSON, cut where it is long. */
export function quoteValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** What a value is, for people. */
function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `the ${typeof value} ${quoteValue(value)}`;
}

function oneOfValues({ limit, value }: SchemaProblem): string {
  const values = [...new Set(limit as readonly Json[])];
  const names = values.filter((each) => typeof each === 'string');
  const hint = typeof value === 'string' ? didYouMean(value, names) : '';
  if (values.length === 1) return `Only ${quoteValue(values[0])} may stand here, not ${quoteValue(value)}.${hint}`;
  const shown = values.slice(0, 12).map(quoteValue).join(', ');
  return `${quoteValue(value)} is not one of ${shown}${values.length > 12 ? ', …' : ''}.${hint}`;
}

/** Whether a text would be of one of the types without its quotes. */
function isQuoted(text: string, types: readonly unknown[]): boolean {
  if (/^(?:true|false)$/.test(text)) return types.includes('boolean');
  if (/^-?(?:0|[1-9]\d*)$/.test(text)) return types.includes('integer') || types.includes('number');
  return /^-?(?:0|[1-9]\d*)\.\d+$/.test(text) && types.includes('number');
}

/** A number or a switch where a text is expected was most often meant as a text, and the other way round; one value as a list. */
function quoteHint(types: unknown, value: unknown): string {
  const names = types as readonly unknown[];
  if (names.every((name) => name === 'array') && (typeof value === 'string' || typeof value === 'number'))
    return ` Write [${quoteValue(value)}].`;
  if (typeof value === 'string') return isQuoted(value, names) ? ' Remove the quotes.' : '';
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return isPlain && names.includes('string') ? ' Put it in quotes.' : '';
}

function indefinite(types: unknown): string {
  const nouns: Readonly<Record<string, string>> = { object: 'a mapping', array: 'a list', null: 'null' };
  const names = [types].flat().map((name) => nouns[String(name)] ?? `a ${String(name)}`);
  const text = names.join(' or ').replaceAll('a integer', 'an integer');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function quoted(text: unknown): string {
  return JSON.stringify(String(text));
}
