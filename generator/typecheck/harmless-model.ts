import type { MessageExample } from '../catalog/catalog.js';
import type { Json } from '../json.js';
import { getOrInsert } from '../lazy.js';
import type { Model } from '../model/model.js';
import type { Notes } from '../model/notes.js';
import type { JsonSchema, SchemaMap } from '../schema/json-schema.js';
import { contentOf, mapSchemas } from '../schema/keywords.js';

/** Replaces every text that only people read. */
export const harmlessProse = 'Text.';

/** A model without the texts of its catalog, and the words that replace them. */
export interface HarmlessModel {
  readonly model: Model;
  /** Words by the texts that they replace. */
  readonly words: ReadonlyMap<string, string>;
}

/**
 * The same model with a harmless word in the place of each text of its catalog: equal ones for equal texts, identifiers for
 * identifiers. What the generator itself makes of names stays.
 */
export function harmlessModel(model: Model): HarmlessModel {
  const words = new Map<string, string>();
  const word = (text: string): string => {
    // Harmless by itself, and code that mentions what objects inherit is written otherwise.
    if (text === '' || text in Object.prototype) return text;
    const isIdentifier = /^[A-Za-z_$][\w$]*$/.test(text);
    return getOrInsert(words, text, () => `w${isIdentifier ? '' : ' '}${words.size}`);
  };
  const json = (value: Json): Json => {
    if (typeof value === 'string') return word(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return (value as readonly Json[]).map(json);
    return mapped(value, (inner) => json(inner as Json), word);
  };
  const schema = (given: JsonSchema): JsonSchema => (typeof given === 'boolean' ? given : mapped(given, keyword));
  const keyword = (content: unknown, name: string): unknown => {
    if (name === '$ref') return content;
    const holds = contentOf(name);
    if (holds === 'value') return json(content as Json);
    return holds === 'map'
      ? mapped(content as SchemaMap, (each) => schema(each as JsonSchema), word)
      : mapSchemas(content, holds, schema);
  };
  // Whatever is added to types is taken for a text of the catalog, too.
  const part = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return ['kind', 'base'].includes(key) ? value : word(value);
    if (Array.isArray(value)) return value.map((item) => part(item));
    if (typeof value !== 'object' || value === null || isReference(value)) return value;
    return mapped(value, (inner, name) => (/notes$/i.test(name) ? notes(inner as Notes) : part(inner, name)));
  };
  /** What replaces the texts of a message or type, by key. Functions, and names that the generator makes, stay. */
  const replacements: Readonly<Record<string, (value: never) => unknown>> = {
    description: prose,
    since: prose,
    reason: prose,
    domain: word,
    retryOn: json,
    neverOn: json,
    notes,
    type: (type) => part(type),
    received: (type) => part(type),
    schema,
    examples: (given: readonly MessageExample[]) =>
      given.map(({ payload }) => ({ title: harmlessProse, payload: json(payload) })),
  };
  // A type is that of a file and among those that the file declares.
  const replaced = new Map<unknown, unknown>();
  const walk = (value: unknown, key = ''): unknown => {
    const replace = replacements[key];
    if (replace !== undefined && typeof value === 'object')
      return getOrInsert(replaced, value, () => replace(value as never));
    if (replace !== undefined) return replace(value as never);
    if (Array.isArray(value)) return value.map((item) => walk(item));
    return typeof value === 'object' && value !== null ? mapped(value, walk) : value;
  };
  const { settings, messages, types, secretFields } = model;
  const { baseUrl, apiKey } = settings.environment;
  return {
    words,
    model: {
      ...model,
      settings: {
        ...settings,
        title: harmlessProse,
        description: harmlessProse,
        environment: { baseUrl: word(baseUrl), apiKey: word(apiKey) },
      },
      changelog: '',
      messages: walk(messages) as Model['messages'],
      types: walk(types) as Model['types'],
      secretFields: secretFields.map(word),
    },
  };
}

/** The same object with other values, and other keys. */
function mapped<Result>(
  given: object,
  change: (value: unknown, key: string) => Result,
  rename: (key: string) => string = (key) => key,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [rename(key), change(value, key)]));
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
