import { Complement } from '../../satisfiability/complement.js';
import type { Conjunction } from '../../satisfiability/conflict.js';
import { inside, targetOf, type ObjectSite, type Site } from '../../satisfiability/site.js';
import type { Json } from '../../json.js';
import type { JsonSchema, SchemaObject } from '../../schema/json-schema.js';
import { ComposedDocument } from '../../satisfiability/composed-document.js';
import type { Acceptance } from './accepts.js';

/** Takes schemas apart until none has parts that apply to the same value. */
export class Choices {
  readonly #acceptance: Acceptance;
  readonly #take: () => boolean;
  readonly #document = new ComposedDocument();
  /** Schemas whose `not` was taken apart. */
  readonly #opened = new WeakSet<JsonSchema & object>();

  /**
   * @param acceptance - Checks which alternatives a value takes.
   * @param take - Counts a step of work; `false` where none is left.
   */
  constructor(acceptance: Acceptance, take: () => boolean) {
    this.#acceptance = acceptance;
    this.#take = take;
  }

  /**
   * Every choice of alternatives, those first that a value takes.
   *
   * @yields What such a choice leaves.
   */
  *of(sites: readonly Site[], like: Json | undefined): Generator<Conjunction> {
    const plain = new Map<JsonSchema, ObjectSite>();
    const open: (readonly Site[])[] = [];
    const pending = [...sites];
    for (let site = pending.shift(); site !== undefined; site = pending.shift()) {
      const { schema } = site;
      if (schema === false) return;
      if (schema === true || plain.has(schema)) continue;
      plain.set(schema, { ...site, schema });
      const target = targetOf(site);
      if (target !== undefined) pending.push(target);
      for (const [index, part] of (schema.allOf ?? []).entries()) pending.push(inside(site, ['allOf', index], part));
      open.push(...this.#alternatives({ ...site, schema }));
    }
    const [first, ...others] = open.sort((a, b) => a.length - b.length);
    if (first === undefined) {
      yield [...plain.values()];
      return;
    }
    const rank = (site: Site): number => (like !== undefined && this.#acceptance.accepts(site, like) ? 0 : 1);
    const ranked = first.toSorted((a, b) => rank(a) - rank(b));
    const rest = others.map((alternatives): Site => this.#composed('anyOf', alternatives));
    // What was taken apart is not taken apart again.
    const bare = [...plain.values()].map((site) => ({
      ...site,
      schema: withoutAlternatives(site.schema, this.#opened),
    }));
    for (const chosen of ranked) {
      if (!this.#take()) return;
      yield* this.of([...bare, chosen, ...rest], like);
    }
  }

  /** The alternatives that a schema leaves for the same value: for each of its keywords that has some. */
  #alternatives(site: ObjectSite): (readonly Site[])[] {
    const { schema } = site;
    const found: (readonly Site[])[] = [];
    for (const name of ['anyOf', 'oneOf'] as const)
      if (schema[name] !== undefined)
        found.push(schema[name].map((branch, index) => inside(site, [name, index], branch)));
    if (schema.if !== undefined) {
      const test = inside(site, ['if'], schema.if);
      const branch = (name: 'then' | 'else'): Site => inside(site, [name], schema[name] ?? true);
      found.push([
        this.#composed('allOf', [test, branch('then')]),
        ...waysNotToFit(test).map((not) => this.#composed('allOf', [not, branch('else')])),
      ]);
    }
    for (const [trigger, inner] of Object.entries(schema.dependentSchemas ?? {})) {
      const applied = inside(site, ['dependentSchemas', trigger], inner);
      found.push([applied, inside(site, [], { properties: { [trigger]: false } })]);
    }
    if (schema.not !== undefined) {
      const ways = waysNotToFit(inside(site, ['not'], schema.not));
      // Of some keywords there is no opposite: values are tried.
      if (!ways.some((way) => isLeaf(way))) {
        this.#opened.add(schema);
        found.push(ways);
      }
    }
    return found;
  }

  #composed(name: 'anyOf' | 'allOf', sites: readonly Site[]): Site {
    return this.#document.site({ [name]: sites.map((site) => this.#document.schemaOf(site)) });
  }
}

/** The ways not to fit a schema. */
export const waysNotToFit = (site: Site): readonly Site[] =>
  new Complement().alternatives(site).map((each) => each.site);

/** Whether a way not to fit a schema is a `not` again, so that taking it apart leads nowhere. */
const isLeaf = ({ schema }: Site): boolean => typeof schema === 'object' && schema.not !== undefined;

function withoutAlternatives(schema: SchemaObject, opened: WeakSet<object>): SchemaObject {
  const left = ['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas', ...(opened.has(schema) ? ['not'] : [])];
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !left.includes(name)));
}
