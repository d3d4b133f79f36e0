import { groupBy } from '../group-by.js';
import { getOrInsert } from '../lazy.js';
import type { SourceFile } from '../load/source.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import type { References } from '../schema/references.js';
import { branchPhrase, joinPhrases, withPhrase } from './condition-phrases.js';

/** A schema, and the file that it stands in. */
export interface SchemaAt {
  readonly schema: JsonSchema;
  readonly file: SourceFile;
}

/** A schema that describes a property under a condition alone. */
export interface Mention {
  /** `undefined` where the condition only names the property. */
  readonly site: SchemaAt | undefined;
  /** When it applies, such as ``where `kind` is `"a"` ``; empty where it is only asked about. */
  readonly when: string;
  readonly isRequired: boolean;
}

/** What the schemas that apply to one value say of its properties: its own, and those that it combines or refers to. */
export interface PropertyMentions {
  /** Schemas of properties that apply to every value, by name. */
  readonly certain: ReadonlyMap<string, SchemaAt>;
  /** Properties that no type has by itself, since only `then`, `else` and the like name them. */
  readonly conditional: ReadonlyMap<string, readonly Mention[]>;
  /** Names of those that a schema adds to the type: the value's own schema, and each of its alternatives. */
  readonly addedBy: ReadonlyMap<JsonSchema, ReadonlySet<string>>;
}

/** Finds what is said of the properties of a value. */
export function propertyMentions(site: SchemaAt, references: References): PropertyMentions {
  const finder = new MentionFinder(references);
  finder.visit(site, { owner: site.schema, when: '', isCertain: true, region: 'own' });
  return finder.found();
}

/** Under what circumstances a schema applies to the value. */
interface Circumstances {
  /** The alternative that it belongs to, or the value's own schema. */
  readonly owner: JsonSchema;
  /** Empty where it does whatever the value is, or some alternatives at least. */
  readonly when: string;
  /** Whether it applies to every value. */
  readonly isCertain: boolean;
  /**
   * `own` where its properties are part of the type, `referred` where a reference leads to it, whose type has the
   * conditional ones too, and `conditional` where no type has them by itself.
   */
  readonly region: 'own' | 'referred' | 'conditional';
}

class MentionFinder {
  readonly #certain = new Map<string, SchemaAt>();
  readonly #required = new Set<string>();
  readonly #typed = new Set<string>();
  readonly #mentions: (Mention & { readonly name: string; readonly owner: JsonSchema })[] = [];
  /** Schemas that were met, by their circumstances. */
  readonly #met = new Map<string, Set<SchemaObject>>();
  /** Names that a schema which allows no others lists. */
  readonly #closed: ReadonlySet<string>[] = [];

  constructor(private readonly references: References) {}

  visit({ schema, file }: SchemaAt, circumstances: Circumstances): void {
    if (typeof schema === 'boolean' || this.#isMet(schema, circumstances)) return;
    const { when, region } = circumstances;
    this.#noteProperties(schema, file, circumstances);
    this.#noteQuestions(schema, circumstances);
    const visit = (inner: JsonSchema, change: Partial<Circumstances>): void =>
      this.visit({ schema: inner, file }, { ...circumstances, ...change });
    const visitUnder = (inner: JsonSchema, phrase: string): void =>
      visit(inner, {
        when: joinPhrases(when, phrase),
        isCertain: false,
        region: region === 'own' ? 'conditional' : region,
      });
    if (schema.$ref !== undefined) {
      const target = this.references.target(schema.$ref, file);
      this.visit(target, { ...circumstances, region: region === 'own' ? 'referred' : region });
    }
    for (const branch of schema.allOf ?? []) visit(branch, {});
    for (const branch of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
      if (typeof branch === 'object') visit(branch, { isCertain: false, ...(region === 'own' && { owner: branch }) });
    for (const [name, inner] of Object.entries(schema.dependentSchemas ?? {})) visitUnder(inner, withPhrase(name));
    if (schema.if === undefined) return;
    const isRequired = (name: string): boolean => this.#required.has(name);
    if (schema.then !== undefined) visitUnder(schema.then, branchPhrase('where', schema.if, isRequired));
    if (schema.else !== undefined) visitUnder(schema.else, branchPhrase('unless', schema.if, isRequired));
  }

  found(): PropertyMentions {
    const isAllowed = (name: string): boolean => this.#closed.every((names) => names.has(name));
    const open = this.#mentions.filter(({ name }) => !this.#typed.has(name) && isAllowed(name));
    const conditional = groupBy(open, ({ name }) => name);
    const addedBy = new Map<JsonSchema, Set<string>>();
    for (const [name, mentions] of conditional)
      for (const { owner } of mentions) getOrInsert(addedBy, owner, () => new Set<string>()).add(name);
    return { certain: this.#certain, conditional, addedBy };
  }

  #isMet(schema: SchemaObject, { when, isCertain, region }: Circumstances): boolean {
    const key = `${isCertain} ${region} ${when}`;
    const met = getOrInsert(this.#met, key, () => new Set<SchemaObject>());
    if (met.has(schema)) return true;
    met.add(schema);
    return false;
  }

  #noteProperties(schema: SchemaObject, file: SourceFile, { owner, when, isCertain, region }: Circumstances): void {
    const { properties = {}, required = [], patternProperties, additionalProperties } = schema;
    if (isCertain) {
      for (const name of required) this.#required.add(name);
      if (additionalProperties === false && patternProperties === undefined)
        this.#closed.push(new Set(Object.keys(properties)));
    }
    for (const name of new Set([...Object.keys(properties), ...required])) {
      const inner = Object.hasOwn(properties, name) ? properties[name] : undefined;
      const site = inner === undefined ? undefined : { schema: inner, file };
      if (region === 'conditional')
        this.#mentions.push({ name, owner, site, when, isRequired: required.includes(name) });
      else this.#typed.add(name);
      if (isCertain && site !== undefined && !this.#certain.has(name)) this.#certain.set(name, site);
    }
  }

  /** Notes the names of properties on which something depends. */
  #noteQuestions(schema: SchemaObject, { owner, when, region }: Circumstances): void {
    const { dependentRequired = {}, dependentSchemas = {}, if: condition } = schema;
    const { properties = {}, required = [] } = typeof condition === 'object' ? condition : {};
    const asked = [properties, dependentRequired, dependentSchemas].flatMap(Object.keys);
    const add = (name: string, phrase: string): void => {
      if (region === 'referred') this.#typed.add(name);
      else this.#mentions.push({ name, owner, site: undefined, when: phrase, isRequired: phrase !== '' });
    };
    for (const name of [...asked, ...required]) add(name, '');
    for (const [present, names] of Object.entries(dependentRequired))
      for (const name of names) add(name, joinPhrases(when, withPhrase(present)));
  }
}
