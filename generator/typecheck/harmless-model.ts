import type { RetryPolicy } from '../catalog/catalog.js';
import type { Json } from '../json.js';
import type { BareSchema } from '../model/bare-schema.js';
import type { Model, NamedType } from '../model/model.js';
import type { Notes } from '../model/notes.js';
import type { TypeNode } from '../model/type-node.js';
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
      changelog: '',
      messages: messages.map((message) => ({
        ...message,
        description: prose(message.description),
        domain: message.domain && word(message.domain),
        deprecated: message.deprecated && {
          ...message.deprecated,
          since: harmlessProse,
          ...(message.deprecated.reason === undefined ? {} : { reason: harmlessProse }),
        },
        retry: message.retry && withCodes(message.retry, word),
        examples: message.examples.map(({ payload }) => ({ title: harmlessProse, payload: json(payload) })),
        payload: named(message.payload),
        locals: message.locals.map(named),
      })),
      types: types.map((each) => ({ ...named(each), locals: each.locals.map(named) })),
      secretFields: secretFields.map(word),
      bundle: model.bundle,
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

/** The same policy with other codes of errors. */
function withCodes({ retryOn, neverOn, ...retry }: RetryPolicy, code: (text: string) => string): RetryPolicy {
  return { ...retry, ...(retryOn && { retryOn: retryOn.map(code) }), ...(neverOn && { neverOn: neverOn.map(code) }) };
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
