import type { Json } from '../json.js';
import { getOrInsert } from '../lazy.js';
import { SchemaLinker } from '../schema/link.js';
import { allKinds, kindsOf, type ValueKind } from '../schema/value-kinds.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { keywords } from '../schema/keywords.js';
import { alternativeConflicts, conditionConflicts, coveredBranches, exclusionConflicts } from './branches.js';
import type { Analyzer, Conflict, Conjunction, Context, CoveredBranch } from './conflict.js';
import { type ObjectSite, type Site, inside, resolveReference, targetOf } from './site.js';
import type { Budget } from './budget.js';
import { fits, matches } from './fits.js';
import { acceptsAll } from './implied.js';
import { Languages } from './languages.js';
import { listConflicts } from './lists.js';
import { numberConflicts } from './numbers.js';
import { objectConflicts, triggeredSchemas } from './objects.js';
import { Complement } from './complement.js';
import { Questions } from './questions.js';
import { textConflicts } from './texts.js';
import { kindConflicts, listedConflicts } from './values.js';

/** How many schemas, alternatives and conditions inside each other are looked at together. */
const deepest = 6;

/** Kinds in the order in which they are tried: those of which some value fits nearly always come first. */
const tried: readonly ValueKind[] = allKinds.toReversed();

/**
 * Finds schemas that no value fits. Takes one kind of values after the other, and of each what a schema and its parts ask
 * of it together; wherever that is not plain to see, some value fits.
 */
export class Satisfiability implements Analyzer {
  readonly #budget: Budget;
  readonly #references = { target: resolveReference, resolve: resolveReference };
  readonly #linker = new SchemaLinker(this.#references);
  readonly languages: Languages;
  readonly #known = new Map<JsonSchema, readonly Conflict[] | undefined>();
  readonly #covered = new Map<JsonSchema, readonly CoveredBranch[] | undefined>();
  readonly #conjuncts = new Map<JsonSchema, Conjunction>();
  readonly #questions: Questions;
  /** How many of the open questions are about several schemas together. */
  #together = 0;
  readonly #numbers = new Map<SchemaObject, number>();

  constructor(budget: Budget) {
    this.#budget = budget;
    this.languages = new Languages(budget);
    this.#questions = new Questions(budget);
  }

  /** Limits that leave no value of a kind; none where some value may fit. */
  limitConflicts(site: Site, kind: ValueKind): readonly Conflict[] {
    return this.#ownConflicts(kind, this.conjuncts(site));
  }

  /** What leaves no value of any kind; `undefined` where some value may fit. */
  conflicts(site: Site): readonly Conflict[] | undefined {
    const { schema } = site;
    if (typeof schema === 'boolean') return schema ? undefined : [];
    return isHarmless(schema)
      ? undefined
      : this.#once(this.#known, site, 'conflicts', () => this.#ofKinds(this.kinds(site), this.conjuncts(site)));
  }

  #ofKinds(kinds: readonly ValueKind[], sites: Conjunction): readonly Conflict[] | undefined {
    const found: Conflict[] = [];
    for (const kind of kinds) {
      const conflicts = this.ofKind({ kind, sites, fresh: sites, depth: 0 });
      if (conflicts === undefined) return undefined;
      found.push(...conflicts);
    }
    return found;
  }

  /** Answers a question about a schema with a list, once, where the answer depends on no assumption. */
  #once<Item>(
    known: Map<JsonSchema, readonly Item[] | undefined>,
    site: Site,
    what: string,
    find: () => readonly Item[] | undefined,
  ): readonly Item[] | undefined {
    if (known.has(site.schema)) return known.get(site.schema);
    const { answer, isSure } = this.#questions.ask(`${this.#keyOf([site])} ${what}`, [], find);
    if (isSure) known.set(site.schema, answer);
    return answer;
  }

  readonly isEmpty = (sites: readonly Site[]): boolean => {
    const [first, ...others] = sites;
    if (first === undefined) return false;
    if (others.length === 0) return this.conflicts(first) !== undefined;
    return this.#askTogether(this.#keyOf(sites), () => {
      const conjunction = distinct(sites.flatMap(this.conjuncts));
      return this.#ofKinds(this.#sharedKinds(sites), conjunction) !== undefined;
    });
  };

  readonly areWithin = (given: readonly Site[], wanted: Site): boolean => {
    if (acceptsAll(wanted.schema)) return true;
    if (!this.#budget.take()) return false;
    return this.#askTogether(`${this.#keyOf(given)} within ${this.#keyOf([wanted])}`, () =>
      new Complement().alternatives(wanted).every(({ site }) => this.isEmpty([...given, site])),
    );
  };

  #askTogether(key: string, find: () => boolean): boolean {
    if (this.#together >= deepest && !this.#questions.isOpen(key)) return false;
    this.#together += 1;
    const { answer = false } = this.#questions.ask(key, true, () => find() || undefined);
    this.#together -= 1;
    return answer;
  }

  #sharedKinds(sites: readonly Site[]): readonly ValueKind[] {
    return tried.filter((kind) => sites.every((site) => this.kinds(site).includes(kind)));
  }

  /** A text that stands for several schemas that are asked about together. */
  #keyOf(sites: readonly Site[]): string {
    return sites
      .map(({ schema }) => {
        if (typeof schema === 'boolean') return String(schema);
        return String(getOrInsert(this.#numbers, schema, () => this.#numbers.size));
      })
      .join(' ');
  }

  readonly kinds = ({ document, schema }: Site): readonly ValueKind[] => {
    const kinds = kindsOf(schema, document, this.#references);
    return tried.filter((kind) => kinds.includes(kind));
  };

  readonly conjuncts = (site: Site): Conjunction => {
    const { schema } = site;
    if (typeof schema === 'boolean') return [];
    return getOrInsert(this.#conjuncts, schema, () => {
      const parts = (schema.allOf ?? []).map((part, index) => inside(site, ['allOf', index], part));
      return distinct([site as ObjectSite, ...[...parts, targetOf(site) ?? []].flat().flatMap(this.conjuncts)]);
    });
  };

  readonly fits = (value: Json, { document, schema }: Site): boolean | undefined => {
    if (typeof schema === 'boolean') return schema;
    if (!this.#budget.take()) return undefined;
    return fits(value, this.#linker.link(schema, document), this.#budget);
  };

  readonly matches = (pattern: string, text: string): boolean | undefined => matches(pattern, text, this.#budget);

  readonly coveredBranches = (site: ObjectSite): readonly CoveredBranch[] =>
    this.#once(this.#covered, site, 'covered', () => coveredBranches(site, this)) ?? [];

  readonly ofKind = ({ kind, sites: given, fresh, depth }: Context): readonly Conflict[] | undefined => {
    if (depth > deepest || !this.#budget.take(given.length)) return undefined;
    const sites = kind === 'object' ? this.#withTriggered(given) : given;
    const context = { kind, sites, fresh, depth };
    const checks = [
      () => this.#ownConflicts(kind, sites),
      () => listedConflicts(context, this),
      () => exclusionConflicts(context, this),
      () => alternativeConflicts(context, this),
      () => conditionConflicts(context, this),
      () => kindConflicts(context, this),
    ];
    for (const check of checks) {
      const found = check();
      if (found.length > 0) return found;
    }
    return undefined;
  };

  #ownConflicts(kind: ValueKind, sites: Conjunction): Conflict[] {
    if (kind === 'number') return numberConflicts(sites);
    if (kind === 'string') return textConflicts(sites, this);
    if (kind === 'array') return listConflicts(sites, this);
    return kind === 'object' ? objectConflicts(sites, this) : [];
  }

  /** Adds what `dependentSchemas` asks along with properties that must be there. */
  #withTriggered(given: Conjunction): Conjunction {
    let sites = given;
    for (let round = 0, before = 0; round < deepest && before < sites.length; round += 1) {
      before = sites.length;
      sites = distinct([...sites, ...triggeredSchemas(sites).flatMap(({ site }) => this.conjuncts(site))]);
    }
    return sites;
  }
}

/** Keywords of which none contradicts another: most schemas have no others. */
const harmless: ReadonlySet<string> = new Set([
  ...keywords.filter(({ effect }) => effect === 'annotation').map(({ name }) => name),
  ...'type $defs properties patternProperties additionalProperties items format x-known-values'.split(' '),
]);

const isHarmless = (schema: SchemaObject): boolean => Object.keys(schema).every((name) => harmless.has(name));

function distinct(sites: Conjunction): Conjunction {
  return sites.length < 2 ? sites : [...new Map(sites.map((site) => [site.schema, site])).values()];
}
