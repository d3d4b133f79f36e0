import type { Json } from '../json.js';
import type { BareSchema } from '../model/bare-schema.js';
import { schemaName } from '../names.js';
import type { JsonSchema, SchemaMap } from '../schema/json-schema.js';
import { keywords } from '../schema/keywords.js';
import { literalShape, readableText, type Shape } from './shape.js';

/** The shape of a list of values. */
export const listShape = (items: readonly Shape[]): Shape => ['list', ...items];

/** The shape of an object of values. */
export const mapShape = (entries: readonly (readonly [name: string, value: Shape])[]): Shape => [
  'map',
  ...entries.map(([name, value]): Shape => [readableText(name), value]),
];

/** The shape of a name that stands for a value. */
export const nameShape = (name: string): Shape => ['name', name];

/** The shape of a function without parameters that gives a value. */
export const thunkShape = (value: Shape): Shape => ['function', value];

/** The shape of a property that is read. */
export const memberShape = (object: Shape, name: string): Shape => ['member', object, name];

/** The shape of a call. */
export const callShape = (callee: Shape, types: readonly Shape[], values: readonly Shape[]): Shape => [
  'call',
  callee,
  types,
  values,
];

/** The shape of a constant's value together with the type that it is declared with. */
export const annotatedShape = (type: Shape, value: Shape): Shape => ['annotated', type, value];

/** The shape of a JSON value. */
function valueShape(value: Json): Shape {
  if (typeof value !== 'object' || value === null) return literalShape(value);
  if (Array.isArray(value)) return listShape((value as readonly Json[]).map(valueShape));
  return mapShape(Object.entries(value).map(([name, inner]) => [name, valueShape(inner as Json)]));
}

/** The shape of a schema of the model, as emitted: a reference is a function that gives the schema of the type. */
export function schemaShape(schema: BareSchema): Shape {
  if (typeof schema === 'boolean') return literalShape(schema);
  const entries = Object.entries(schema as Readonly<Record<string, unknown>>);
  return mapShape(entries.map(([keyword, content]) => [keyword, keywordShape(keyword, content)]));
}

function keywordShape(keyword: string, content: unknown): Shape {
  if (keyword === '$ref') return thunkShape(nameShape(schemaName(content as string)));
  switch (keywords.find(({ name }) => name === keyword)?.holds) {
    case 'schema':
      return schemaShape(content as JsonSchema);
    case 'list':
      return listShape((content as readonly JsonSchema[]).map(schemaShape));
    case 'map':
      return mapShape(Object.entries(content as SchemaMap).map(([name, inner]) => [name, schemaShape(inner)]));
    default:
      return valueShape(content as Json);
  }
}
