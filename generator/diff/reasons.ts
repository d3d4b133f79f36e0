import type { Json, Path } from '../json.js';
import { pluralize } from '../text/pluralize.js';
import { codeSpan } from '../text/code-span.js';
import type { Atom } from './atoms.js';
import type { ChangedPlace, Side } from './change-report.js';

/** Values that are named of a list. */
const maxNamed = 6;
/** Places of a change for which there is a sentence. */
const maxSentences = 5;

/** What each keyword asks, as the end of "it must …". */
const demands: Readonly<Record<string, (content: Json) => string>> = {
  type: (types) =>
    `be of type ${[types]
      .flat()
      .map((type) => codeSpan(String(type)))
      .join(' or ')}`,
  const: (value) => `be ${quoted(value)}`,
  enum: (values) => `be one of ${listed(values as readonly Json[])}`,
  minimum: (limit) => `be at least ${String(limit)}`,
  maximum: (limit) => `be at most ${String(limit)}`,
  exclusiveMinimum: (limit) => `be more than ${String(limit)}`,
  exclusiveMaximum: (limit) => `be less than ${String(limit)}`,
  multipleOf: (step) => `be a multiple of ${String(step)}`,
  minLength: (limit) => `have at least ${pluralize(Number(limit), 'character')}`,
  maxLength: (limit) => `have at most ${pluralize(Number(limit), 'character')}`,
  minItems: (limit) => `have at least ${pluralize(Number(limit), 'item')}`,
  maxItems: (limit) => `have at most ${pluralize(Number(limit), 'item')}`,
  minProperties: (limit) => `have at least ${String(limit)} properties`,
  maxProperties: (limit) => `have at most ${String(limit)} properties`,
  pattern: (pattern) => `match ${codeSpan(String(pattern))}`,
  format: (format) => `have the format ${codeSpan(String(format))}`,
  uniqueItems: () => 'have no item twice',
  required: (names) => `have ${listed(names as readonly Json[])}`,
  dependentRequired: () => 'have what goes with its properties',
  additionalProperties: (schema) =>
    schema === false ? 'have no properties that are not listed' : 'fit `additionalProperties`',
  unevaluatedProperties: () => 'have no properties that are not listed',
  items: () => 'have no further items',
  anyOf: () => 'fit one of the alternatives',
  oneOf: () => 'fit exactly one of the alternatives',
  not: () => 'not be what is excluded',
};

const quoted = (value: Json): string => codeSpan(JSON.stringify(value));

const listed = (values: readonly Json[]): string => {
  const named = values.slice(0, maxNamed).map(quoted);
  return [...named, ...(values.length > maxNamed ? [`${values.length - maxNamed} others`] : [])].join(', ');
};

/** Says what a keyword asks since a change, or no longer asks. */
export function reasonOf(side: Side, { at, schema }: Atom, path: Path): string {
  const keyword = at.map(String).find((each) => Object.hasOwn(demands, each)) ?? String(at[0] ?? '');
  const content = typeof schema === 'object' ? (schema[keyword as keyof typeof schema] as Json | undefined) : undefined;
  const demand =
    schema === false ? 'not be there' : (demands[keyword]?.(content ?? null) ?? `fit ${codeSpan(keyword)}`);
  const what = subjectOf(path.slice(0, path.length - at.length));
  if (side === 'oldWriters') return `${what} must now ${demand}.`;
  return `${what} had to ${demand}, and need not any more.`;
}

/** What changed at each of several places, in a sentence for each; the pointer distinguishes what reads the same. */
export function joinReasons(places: readonly ChangedPlace[]): string {
  const sentences = places.slice(0, maxSentences).map(({ pointer, reason }) => {
    const isAlone = places.filter((each) => each.reason === reason).length === 1;
    return isAlone || pointer === '' ? reason : `${reason.replace(/\.$/, '')} (${codeSpan(pointer)}).`;
  });
  const more = places.length - maxSentences;
  return [...sentences, ...(more > 0 ? [`And ${pluralize(more, 'more place')}.`] : [])].join(' ');
}

/** What stands at a place, as the start of a sentence: its property or the payload. */
export function subjectOf(path: Path): string {
  const index = path.findLastIndex((part, at) => path[at - 1] === 'properties' && part !== undefined);
  if (index < 0) return 'The payload';
  return `${quoted(path[index] ?? null)}${path.slice(index).includes('items') ? ' (each item)' : ''}`;
}
