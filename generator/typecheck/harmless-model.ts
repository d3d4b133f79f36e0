import type { MessageExample } from '../catalog/catalog.js';
import type { Json } from '../json.js';
import type { BareSchema } from '../model/bare-schema.js';
import type { Model } from '../model/model.js';
import type { Notes } from '../model/notes.js';
import type { JsonSchema, SchemaMap } from '../schema/json-schema.js';
import { contentOf, mapSchemas } from '../schema/keywords.js';

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
 */
export function harmlessModel(model: Model): HarmlessModel {
  const words = new Map<string, string>();
  const word = (text: string): string => {
    const known = words.get(text);
    if (known !== undefined) return known;
    // Harmless by itself, and code that mentions what objects inherit is written otherwise.
    if (text in Object.prototype) return text;
    const made = `w${/^[A-Za-z_$][\w$]*$/.test(text) ? '' : ' '}${words.size}`;
    words.set(text, made);
    return made;
  };
  const json = (value: Json): Json => {
    if (typeof value === 'string') return word(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return (value as readonly Json[]).map(json);
    return mapped(value, (inner) => json(inner as Json), word);
  };
  const schema = (given: BareSchema): BareSchema => (typeof given === 'boolean' ? given : mapped(given, keyword));
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
  /** Anything else of the model. Functions, and names that the generator makes, stay. */
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') {
      if (proseKeys.has(key)) return prose(value);
      return wordKeys.has(key) ? value && word(value) : value;
    }
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value !== 'object' || value === null) return value;
    if (key === 'notes') return notes(value as Notes);
    if (key === 'type' || key === 'received') return part(value);
    if (key === 'schema') return schema(value as BareSchema);
    if (key === 'examples') {
      const { payload } = value as MessageExample;
      return { title: harmlessProse, payload: json(payload) };
    }
    return mapped(value, walk);
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

/** What of a message only people read, and what else of it is a text of the catalog. */
const proseKeys: ReadonlySet<string> = new Set(['description', 'since', 'reason']);
const wordKeys: ReadonlySet<string> = new Set(['domain', 'retryOn', 'neverOn']);

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
