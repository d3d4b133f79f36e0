import type { Json, Path } from '../load/source.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { canonicalText } from './canonical-text.js';

/** Keywords of one schema that no value can satisfy together. */
export interface Contradiction {
  /** Leads from the schema to the keyword at fault. */
  readonly at: Path;
  readonly message: string;
}

const correct = 'correct one of them.';

const ranges = [
  ['minLength', 'maxLength', 'text'],
  ['minItems', 'maxItems', 'list'],
  ['minProperties', 'maxProperties', 'mapping'],
  ['minContains', 'maxContains', 'list'],
] as const;

/**
 * Finds keywords of a schema, not of those inside it, that contradict each other.
 *
 * @param schema - A checked schema.
 */
export function contradictions(schema: SchemaObject): Contradiction[] {
  return [
    ...ranges.flatMap(([least, most, noun]) => rangeProblem(schema, least, most, noun)),
    ...numberProblem(schema),
    ...objectProblems(schema),
    ...arrayProblems(schema),
    ...(schema.not !== undefined && acceptsAll(schema.not)
      ? [{ at: ['not'], message: 'This excludes every value: say what is excluded, or remove it.' }]
      : []),
    ...equalBranches(schema),
  ];
}

type RangeKeyword = (typeof ranges)[number][0 | 1];

function rangeProblem(schema: SchemaObject, least: RangeKeyword, most: RangeKeyword, noun: string): Contradiction[] {
  const [low = 0, high = Infinity] = [schema[least], schema[most]];
  if (low <= high) return [];
  return [{ at: [least], message: `No ${noun} fits ${least} ${low} and ${most} ${high}: ${correct}` }];
}

/** A limit of a number; infinite where there is none. */
interface Bound {
  readonly keyword: string;
  readonly value: number;
  /** Whether the limit itself does not fit. */
  readonly isOpen: boolean;
}

function numberProblem(schema: SchemaObject): Contradiction[] {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = schema;
  const low: Bound =
    exclusiveMinimum >= minimum
      ? { keyword: 'exclusiveMinimum', value: exclusiveMinimum, isOpen: true }
      : { keyword: 'minimum', value: minimum, isOpen: false };
  const high: Bound =
    exclusiveMaximum <= maximum
      ? { keyword: 'exclusiveMaximum', value: exclusiveMaximum, isOpen: true }
      : { keyword: 'maximum', value: maximum, isOpen: false };
  const isInteger = [schema.type].flat().join() === 'integer';
  const { multipleOf } = schema;
  const limits = `${low.keyword} ${low.value} and ${high.keyword} ${high.value}`;
  if (
    low.value > high.value ||
    (low.value === high.value && (low.isOpen || high.isOpen)) ||
    (isInteger && !holdsMultiple(low, high, 1))
  )
    return [{ at: [low.keyword], message: `No ${isInteger ? 'integer' : 'number'} fits ${limits}: ${correct}` }];
  if (multipleOf === undefined || holdsMultiple(low, high, multipleOf)) return [];
  return [{ at: ['multipleOf'], message: `No multiple of ${multipleOf} fits ${limits}: ${correct}` }];
}

/** Quotients beyond this say too little about what comes behind the point. */
const largestQuotient = 2 ** 40;

/** Whether a multiple of a step lies between two limits; where doubles cannot tell, it does. */
function holdsMultiple(low: Bound, high: Bound, step: number): boolean {
  const [from, to] = [low.value / step, high.value / step];
  if (!(Math.abs(from) <= largestQuotient && Math.abs(to) <= largestQuotient)) return true;
  const [first, last] = [wholeOf(from), wholeOf(to)];
  const lowest = first === undefined ? Math.ceil(from) : first + Number(low.isOpen);
  const highest = last === undefined ? Math.floor(to) : last - Number(high.isOpen);
  return lowest <= highest;
}

/** The integer that a quotient is but for the rounding of binary fractions, as 3 is 0.3 / 0.1; `undefined` if none. */
function wholeOf(quotient: number): number | undefined {
  const nearest = Math.round(quotient);
  return Math.abs(quotient - nearest) <= 1e-12 * Math.max(1, Math.abs(quotient)) ? nearest : undefined;
}

function objectProblems(schema: SchemaObject): Contradiction[] {
  const { properties = {}, required = [], maxProperties = Infinity, minProperties = 0 } = schema;
  const names = Object.keys(properties);
  const problems = [...required.entries()].flatMap(([index, name]): Contradiction[] =>
    Object.hasOwn(properties, name) && properties[name] === false
      ? [{ at: ['required', index], message: `${JSON.stringify(name)} is required, but its schema allows nothing.` }]
      : [],
  );
  if (required.length > maxProperties && minProperties <= maxProperties)
    problems.push({
      at: ['maxProperties'],
      message: `${required.length} properties are required, and maxProperties allows ${maxProperties}: ${correct}`,
    });
  const isClosed = schema.additionalProperties === false && schema.patternProperties === undefined;
  if (isClosed && minProperties > names.length && minProperties <= maxProperties)
    problems.push({
      at: ['minProperties'],
      message: `minProperties asks for ${minProperties}, but there can be only ${names.length}: ${correct}`,
    });
  return problems;
}

function arrayProblems({ items, prefixItems = [], minItems = 0, maxItems = Infinity }: SchemaObject): Contradiction[] {
  if (items !== false || minItems <= prefixItems.length || minItems > maxItems) return [];
  const message = `minItems asks for ${minItems}, but there can be only ${prefixItems.length}: ${correct}`;
  return [{ at: ['minItems'], message }];
}

/** What fits one of two equal branches fits the other too, and `oneOf` accepts what fits exactly one. */
function equalBranches({ oneOf = [] }: SchemaObject): Contradiction[] {
  const seen = new Map<string, number>();
  return [...oneOf.entries()].flatMap(([index, branch]): Contradiction[] => {
    const text = canonicalText(withoutAnnotations(branch) as Json);
    const first = seen.get(text);
    seen.set(text, first ?? index);
    if (first === undefined || branch === false) return [];
    const message = `This accepts the same as alternative ${first + 1}, and oneOf accepts what fits exactly one: remove it.`;
    return [{ at: ['oneOf', index], message }];
  });
}

function withoutAnnotations(schema: JsonSchema): object | boolean {
  if (typeof schema === 'boolean') return schema;
  const { title: _title, description: _description, $comment: _comment, ...rest } = schema;
  return rest;
}

function acceptsAll(schema: JsonSchema): boolean {
  return schema === true || (typeof schema === 'object' && Object.keys(schema).length === 0);
}
