import type { Json } from '../json.js';
import type { BareSchema } from '../model/bare-schema.js';
import type { Model, NamedType } from '../model/model.js';
import type { Notes } from '../model/notes.js';
import type { TypeNode } from '../model/type-node.js';
import type { JsonSchema, SchemaMap } from '../schema/json-schema.js';
import { keywords } from '../schema/keywords.js';

/** What stands for every text that nobody but people reads. */
export const harmlessProse = 'Text.';

/** A model without the texts of its catalog, and the words that stand for them. */
export interface HarmlessModel {
  readonly model: Model;
  /** Words by the texts that they stand for. */
  readonly words: ReadonlyMap<string, string>;
}

/**
 * The same model with a harmless word in the place of each text of its catalog: equal ones for equal texts, identifiers for
 * identifiers. What the generator itself makes of names stays.
 *
 * @param model - The model.
 */
export function harmlessModel(model: Model): HarmlessModel {
  const words = new Map<string, string>();
  const word = (text: string): string => {
    // Harmless by itself, and code that mentions what objects inherit is written otherwise.
    if (text in Object.prototype) return text;
    const known = words.get(text) ?? `w${/^[A-Za-z_$][\w$]*$/.test(text) ? '' : ' '}${words.size}`;
    words.set(text, known);
    return known;
  };
  const json = (value: Json): Json => {
    if (typeof value === 'string') return word(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return (value as readonly Json[]).map(json);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [word(name), json(inner as Json)]));
  };
  const scalar = <Value>(value: Value): Value | string => (typeof value === 'string' ? word(value) : value);
  const schema = (given: BareSchema): BareSchema =>
    typeof given === 'boolean'
      ? given
      : Object.fromEntries(Object.entries(given).map(([name, content]) => [name, keyword(name, content)]));
  const keyword = (name: string, content: unknown): unknown => {
    if (name === '$ref') return content;
    switch (keywords.find((each) => each.name === name)?.holds) {
      case 'schema':
        return schema(content as JsonSchema);
      case 'list':
        return (content as readonly JsonSchema[]).map(schema);
      case 'map':
        return Object.fromEntries(
          Object.entries(content as SchemaMap).map(([key, inner]) => [word(key), schema(inner)]),
        );
      default:
        return json(content as Json);
    }
  };
  const type = (node: TypeNode): TypeNode => {
    switch (node.kind) {
      case 'literal':
        return { ...node, value: scalar(node.value) };
      case 'enum':
      case 'open-enum':
        return { ...node, values: node.values.map(scalar) } as TypeNode;
      case 'array':
        return { ...node, items: type(node.items), itemNotes: notes(node.itemNotes) };
      case 'tuple':
        return { ...node, items: node.items.map(type), rest: node.rest && type(node.rest) };
      case 'object': {
        const properties = node.properties.map((each) => ({
          ...each,
          name: word(each.name),
          type: type(each.type),
          notes: notes(each.notes),
        }));
        return { ...node, properties, others: node.others && type(node.others), othersNotes: notes(node.othersNotes) };
      }
      case 'union':
      case 'intersection':
        return { ...node, members: node.members.map(type) };
      default:
        return node;
    }
  };
  const named = <Type extends NamedType>(given: Type): Type => ({
    ...given,
    notes: notes(given.notes),
    type: type(given.type),
    received: given.received && type(given.received),
    schema: schema(given.schema),
  });
  const { settings, messages, types, secretFields } = model;
  const { baseUrl, apiKey } = settings.environment;
  return {
    words,
    model: {
      settings: {
        ...settings,
        title: harmlessProse,
        description: harmlessProse,
        environment: { baseUrl: word(baseUrl), apiKey: word(apiKey) },
      },
      messages: messages.map((message) => ({
        ...message,
        description: prose(message.description),
        deprecated: message.deprecated && { ...message.deprecated, since: harmlessProse },
        examples: [],
        payload: named(message.payload),
        locals: message.locals.map(named),
      })),
      types: types.map((each) => ({ ...named(each), locals: each.locals.map(named) })),
      secretFields: secretFields.map(word),
    },
  };
}

const prose = (text: string): string => (text === '' ? '' : harmlessProse);

/** Notes stand in comments alone. */
function notes(given: Notes): Notes {
  const { description, conditions } = given;
  return {
    ...given,
    description: prose(description),
    conditions: conditions.map(prose),
    knownValues: [],
    default: undefined,
    examples: [],
  };
}
