import type { SchemaObject } from '../schema/json-schema.js';
import { keywordNames } from '../schema/keywords.js';
import { nearest } from '../text/suggest.js';
import type { SchemaProblem } from './schema-messages.js';

const knownNames: readonly string[] = [...keywordNames];

/** Keywords of other dialects, and what to write in this one. */
const otherKeywords = new Map<string, string | typeof nullable>(
  Object.entries({
    nullable,
    definitions: 'Write $defs.',
    example: 'Write examples, a list.',
    id: 'Write $id, or remove it: a catalog refers to schemas by path.',
    $dynamicRef: 'Write $ref.',
    $recursiveRef: 'Write $ref.',
    $recursiveAnchor: 'Remove it.',
    additionalItems: 'Write prefixItems for the tuple and items for the rest.',
    dependencies: 'Write dependentRequired or dependentSchemas.',
    discriminator: 'Give each branch of oneOf a property with a const.',
  }),
);

/** What OpenAPI 3.0 calls nullable, as JSON Schema has it, in words for the schema that it stands in. */
function nullable({ nullable: value, type, ...others }: Readonly<Record<string, unknown>>): string {
  if (value === false) return 'Remove it.';
  if (others['$ref'] !== undefined) return "Write anyOf, with this $ref and with type: 'null'.";
  const list = ['anyOf', 'oneOf'].find((name) => others[name] !== undefined);
  if (type === undefined && list !== undefined) return `Add type: 'null' as an alternative to ${list}.`;
  if (type === undefined && others['enum'] !== undefined) return 'Add null to enum.';
  if (type === undefined && others['allOf'] === undefined) return 'Remove it: without type, null is accepted.';
  if (type === undefined) return "Write anyOf, with this allOf and with type: 'null'.";
  return `Write type: [${[type].flat().join(', ')}, "null"].`;
}

const withFormat = (format: string): string => `Write string, and format: ${format} beside it.`;

/** What to write in a schema in place of types of other languages. */
const adviceOnTypes: readonly (readonly [types: string, advice: string])[] = [
  ['any unknown', 'Remove it: without type, any value is accepted.'],
  ['bool', 'Write boolean.'],
  ['int int32 int64 long', 'Write integer.'],
  ['decimal double float', 'Write number.'],
  ['str text', 'Write string.'],
  ['dict map record', 'Write object.'],
  ['list', 'Write array, and the type of its items in items.'],
  ['datetime date-time timestamp', withFormat('date-time')],
  ['uri url', withFormat('uri')],
  ...['date', 'time', 'email', 'uuid'].map((format) => [format, withFormat(format)] as const),
  ['enum', 'Write string, and the values in enum beside it.'],
];

/** Words for true and false that YAML 1.1 had. */
const switches = new Map(Object.entries({ yes: true, on: true, y: true, no: false, off: false, n: false }));

/** What to write in place of a keyword of another dialect; `undefined` for any other word. */
export function otherDialectKeyword(keyword: string, schema: object = {}): string | undefined {
  const advice = otherKeywords.get(keyword);
  return typeof advice === 'function' ? advice({ ...schema }) : advice;
}

/** The keywords of a schema that neither JSON Schema 2020-12 nor this project knows. */
export function unknownKeywords(schema: SchemaObject): string[] {
  return Object.keys(schema).filter((name) => !keywordNames.has(name));
}

/** The keyword that an unknown one was likely meant as; those of other dialects are no slips. */
export function meantKeyword(name: string): string | undefined {
  if (otherDialectKeyword(name) !== undefined) return undefined;
  const isExtension = name.startsWith('x-');
  return nearest(name, isExtension ? knownNames.filter((each) => each.startsWith('x-')) : knownNames);
}

/** What to write in place of a value of another dialect or language, behind a space; `undefined` for any other. */
export function otherDialectValue({ keyword, path, value, limit }: SchemaProblem): string | undefined {
  const key = path.findLast((part) => typeof part === 'string' && !/^\d+$/.test(part));
  const allowed = keyword === 'const' || keyword === 'enum' ? (limit as readonly unknown[]) : [];
  // Not the `type` of something else, such as a delay.
  if (key === 'type' && typeof value === 'string' && allowed.includes('object')) return otherType(value);
  if (typeof allowed[0] === 'boolean' && allowed.length === 1)
    return typeof value === 'boolean' ? ' Remove the key.' : meantSwitch(value, allowed);
  if (keyword !== 'type') return undefined;
  if (key === 'deprecated' && value === true)
    return ' Write since which version, such as { since: 1.2.0 }, and replacedBy and reason where there are some.';
  if (key === 'items' && Array.isArray(value)) return ' Write prefixItems for a tuple.';
  if (key === 'required' && typeof value === 'boolean')
    return value
      ? ' Remove it, and name the property in the list required of the object that it belongs to.'
      : ' Remove it: a property that no list required names may be missing.';
  if (String(key).startsWith('exclusiveM') && typeof value === 'boolean')
    return ' Write the limit itself here, and remove the one beside it.';
  return (limit as readonly string[]).join().includes('boolean') ? meantSwitch(value, [true, false]) : undefined;
}

/** What a word for true or false is meant as, if that is one of the values that may stand in its place. */
function meantSwitch(word: unknown, allowed: readonly unknown[]): string | undefined {
  const meant = typeof word === 'string' ? switches.get(word.toLowerCase()) : undefined;
  return meant === undefined || !allowed.includes(meant) ? undefined : ` Write ${meant}.`;
}

function otherType(written: string): string | undefined {
  const [, item] = /^(\w{1,40})\[\]$/.exec(written) ?? [];
  if (item !== undefined) return ` Write array, and items: { type: ${item} } beside it.`;
  if (/^\w{1,40}(?: ?[|,] ?\w{1,40}){1,6}$/.test(written))
    return ` Write [${written.replaceAll(/ ?[|,] ?/g, ', ').replace('null', '"null"')}].`;
  const [, advice] = adviceOnTypes.find(([types]) => types.split(' ').includes(written.toLowerCase())) ?? [];
  return advice && ` ${advice}`;
}
