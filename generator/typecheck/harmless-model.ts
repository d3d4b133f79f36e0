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
  // Whatever is added to types is taken for a text of the catalog, too.
  const part = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return ['kind', 'base'].includes(key) ? value : word(value);
    if (Array.isArray(value)) return value.map((item) => part(item));
    if (typeof value !== 'object' || value === null || isReference(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        /notes$/i.test(name) ? notes(inner as Notes) : part(inner, name),
      ]),
    );
  };
  const type = (node: TypeNode): TypeNode => part(node) as TypeNode;
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
        deprecated: message.deprecated && { since: harmlessProse, reason: harmlessProse },
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

const isReference = (value: object): boolean => 'kind' in value && value.kind === 'reference';

/** Notes stand in comments alone. */
function notes(given: Notes): Notes {
  const { description, conditions, standsFor } = given;
  return {
    ...given,
    description: prose(description),
    standsFor: prose(standsFor),
    conditions: conditions.map(prose),
    knownValues: [],
    default: undefined,
    examples: [],
  };
}
