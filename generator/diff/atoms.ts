import { contentHash } from '../content-hash.js';
import type { Json } from '../json.js';
import { isAbout } from '../satisfiability/implied.js';
import { inside, targetOf, type ObjectSite, type Site } from '../satisfiability/site.js';
import { listed } from '../satisfiability/values.js';
import { canonicalText } from './canonical-text.js';
import { formats } from '../../templates/typescript/src/validators/runtime/formats/formats.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { assertions, subschemas } from '../schema/keywords.js';
import { allKinds } from '../schema/value-kinds.js';
import { wrap, type Step } from './steps.js';

/** One thing that a schema asks of a value. Two that ask the same have the same key. */
export interface Atom {
  readonly key: string;
  /** The schema that asks it. */
  readonly site: ObjectSite;
  /** Leads from that schema to what asks it. */
  readonly at: readonly (string | number)[];
  /** What is asked, as a schema of the same document. */
  readonly schema: JsonSchema;
  /** Where it is asked of values inside the value: of which, and what. */
  readonly inner?: { readonly step: Step; readonly site: Site };
}

/** More schemas are not looked into to find whether those of a message say the same. */
const maxDigested = 100_000;
const asserting: ReadonlySet<string> = new Set(assertions.map(({ name }) => name));
/** Keywords that belong to another, with which they are one. */
const companions: Readonly<Record<string, readonly (keyof SchemaObject)[]>> = {
  contains: ['minContains', 'maxContains'],
  if: ['then', 'else'],
};
/** Keywords of which no atom is made: what they hold is looked into. */
const followed = new Set<string>(['$ref', 'allOf', ...Object.values(companions).flat()]);
const idle: Readonly<Record<string, (content: unknown, schema: SchemaObject) => boolean>> = {
  minLength: (limit) => limit === 0,
  minItems: (limit) => limit === 0,
  minProperties: (limit) => limit === 0,
  uniqueItems: (isUnique) => isUnique === false,
  format: (name) => !formats.has(String(name)),
  contains: (_, { minContains, maxContains }) => minContains === 0 && maxContains === undefined,
  anyOf: (_, { anyOf = [] }) => anyOf.length === 1 || anyOf.some(saysNothing),
  oneOf: (_, { oneOf = [] }) => oneOf.length === 1,
  if: (_, { then: met = true, else: unmet = true }) => saysNothing(met) && saysNothing(unmet),
};

/** Whether a keyword asks something of values of some type that its schema admits. */
const asks = (name: keyof SchemaObject, schema: SchemaObject): boolean =>
  idle[name]?.(schema[name], schema) !== true &&
  [schema.type ?? allKinds].flat().some((type) => isAbout(name, type === 'integer' ? 'number' : type));

const saysNothing = (schema: JsonSchema): boolean =>
  schema === true || (schema !== false && Object.keys(schema).every((name) => !asserting.has(name)));

/** Takes schemas apart into what they ask, so that what two versions share is found without a proof. */
export class Atoms {
  readonly #atoms = new Map<JsonSchema, readonly Atom[]>();
  readonly #digests = new Map<JsonSchema, string>();
  readonly #open: JsonSchema[] = [];
  /** The outermost of the open schemas that was met again. */
  #outermost = Infinity;
  #left = maxDigested;

  /** Begins with the next message, whose schemas may take as much work as those before. */
  begin(): void {
    this.#left = maxDigested;
  }

  /** What a schema asks: with `allOf` and references followed, each thing by itself. */
  of(site: Site): readonly Atom[] {
    const { schema } = site;
    if (schema === true) return [];
    if (schema === false) return [{ key: 'false', site: { ...site, schema: {} }, at: [], schema }];
    // Inside of what is digested, what is met again has another key.
    const known = this.#open.length === 0 ? this.#atoms.get(schema) : undefined;
    if (known !== undefined) return known;
    const target = targetOf(site);
    const parts = (['allOf', 'anyOf', 'oneOf'] as const).flatMap((name) => {
      const branches = schema[name] ?? [];
      // The only alternative is none.
      if (name !== 'allOf' && branches.length > 1) return [];
      return branches.map((part, index) => inside(site, [name, index], part));
    });
    const own = (Object.keys(schema) as (keyof SchemaObject)[]).filter(
      (name) => asserting.has(name) && !followed.has(name) && asks(name, schema),
    );
    const atoms = [
      ...[...(target === undefined ? [] : [target]), ...parts].flatMap((part) => this.of(part)),
      ...own.flatMap((name) => this.#keyword(name, { ...site, schema })),
    ];
    if (this.#open.length === 0) this.#atoms.set(schema, atoms);
    return atoms;
  }

  /** A text that schemas share only if they accept the same. */
  digest(site: Site): string {
    const target = isReference(site.schema) ? targetOf(site) : undefined;
    if (target !== undefined) return this.digest(target);
    const { schema } = site;
    if (typeof schema === 'boolean') return String(schema);
    const known = this.#digests.get(schema);
    if (known !== undefined) return known;
    const index = this.#open.indexOf(schema);
    if (index >= 0) {
      this.#outermost = Math.min(this.#outermost, index);
      return `up ${this.#open.length - index}`;
    }
    this.#left -= 1;
    if (this.#left < 0) return `unknown ${this.#left}`;
    const outer = this.#outermost;
    this.#outermost = Infinity;
    const depth = this.#open.push(schema) - 1;
    const keys = [...new Set(this.of(site).map(({ key }) => key))].sort();
    this.#open.pop();
    const digest = keys.length === 0 ? 'true' : keys.includes('false') ? 'false' : contentHash(keys.join('\n'));
    if (this.#outermost >= depth) this.#digests.set(schema, digest);
    this.#outermost = Math.min(outer, this.#outermost < depth ? this.#outermost : Infinity);
    return digest;
  }

  #keyword(name: keyof SchemaObject, site: ObjectSite): Atom[] {
    const { schema } = site;
    /** What is asked as a whole; `meaning` is the same for the same demand alone. */
    const plain = (content: JsonSchema, meaning: Json, ...at: Atom['at']): Atom => {
      const key = `${name} ${canonicalText(meaning)}`;
      return { key, site, at: at.length === 0 ? [name] : at, schema: content };
    };
    const digests = (schemas: readonly JsonSchema[]): string[] =>
      schemas.map((each, index) => this.digest(inside(site, [name, index], each))).sort();
    const inner = (step: Step, schemaInside: JsonSchema = true, ...at: Atom['at']): Atom[] => {
      if (saysNothing(schemaInside)) return [];
      const innerSite = inside(site, at, schemaInside);
      const key = `${canonicalText(step)} ${this.digest(innerSite)}`;
      return [{ key, site, at, schema: wrap(step, schemaInside), inner: { step, site: innerSite } }];
    };
    const { properties = {}, patternProperties = {}, prefixItems = [], anyOf = [], oneOf = [] } = schema;
    switch (name) {
      case 'type': {
        const types = [schema.type ?? []].flat();
        const kept = types.filter((type) => type !== 'integer' || !types.includes('number'));
        return [plain({ type: kept }, [...new Set(kept)].sort())];
      }
      case 'const':
      case 'enum': {
        const values = [...new Set(listed(site).map(canonicalText))].sort();
        return [{ ...plain({ [name]: schema[name] }, ''), key: `enum ${values.join(' ')}` }];
      }
      case 'required':
        return (schema.required ?? []).map((each, index) => plain({ required: [each] }, each, name, index));
      case 'dependentRequired':
        return Object.entries(schema.dependentRequired ?? {}).flatMap(([trigger, names]) =>
          names.map((each) => plain({ dependentRequired: { [trigger]: [each] } }, [trigger, each], name, trigger)),
        );
      case 'dependentSchemas':
        return Object.entries(schema.dependentSchemas ?? {}).map(([trigger, each]) => {
          const digest = this.digest(inside(site, [name, trigger], each));
          return plain({ dependentSchemas: { [trigger]: each } }, [trigger, digest], name, trigger);
        });
      case 'properties':
        return Object.entries(properties).flatMap(([each, what]) =>
          inner({ kind: 'property', name: each }, what, name, each),
        );
      case 'patternProperties':
        return Object.entries(patternProperties).flatMap(([pattern, what]) =>
          inner({ kind: 'pattern', pattern }, what, name, pattern),
        );
      case 'additionalProperties': {
        const [names, patterns] = [Object.keys(properties).sort(), Object.keys(patternProperties).sort()];
        return inner({ kind: 'others', names, patterns }, schema.additionalProperties, name);
      }
      case 'prefixItems':
        return prefixItems.flatMap((what, index) => inner({ kind: 'item', index }, what, name, index));
      case 'items':
        return inner({ kind: 'rest', from: prefixItems.length }, schema.items, name);
      case 'anyOf':
        return [plain({ anyOf }, [...new Set(digests(anyOf))])];
      case 'oneOf':
        return [plain({ oneOf }, digests(oneOf))];
      case 'unevaluatedItems':
      case 'unevaluatedProperties': {
        // What is evaluated depends on all that stands beside it.
        const { unevaluatedItems: _, unevaluatedProperties: __, ...beside } = schema;
        const digest = this.digest(inside(site, [name], schema[name] ?? true));
        return [plain(schema, [digest, this.digest({ ...site, schema: beside })])];
      }
      default: {
        const together = [name, ...(companions[name] ?? [])].filter((each) => schema[each] !== undefined);
        const content = Object.fromEntries(together.map((each) => [each, schema[each]])) as SchemaObject;
        const parts = subschemas(content).map(({ path, schema: each }) => this.digest(inside(site, path, each)));
        const values = together.map((each): Json =>
          parts.length > 0 && typeof schema[each] !== 'number' ? each : [each, schema[each] as Json],
        );
        // They are checked alike.
        return [
          plain(content, schema.format === 'url' && name === 'format' ? [['format', 'uri']] : [...values, ...parts]),
        ];
      }
    }
  }
}

const isReference = (schema: JsonSchema): boolean =>
  typeof schema === 'object' && Object.keys(schema).every((name) => name === '$ref' || !asserting.has(name));
