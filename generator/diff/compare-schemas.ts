import type { Json, Path } from '../json.js';
import type { Site } from '../satisfiability/site.js';
import { valueAt } from '../schema/pointer.js';
import { Atoms, type Atom } from './atoms.js';
import { ComposedDocument } from '../satisfiability/composed-document.js';
import { Inclusion, type OpenPlace } from './inclusion.js';
import { OpenWorld } from './open-world.js';
import { Acceptance } from './values/accepts.js';
import { ValueFinder } from './values/find-values.js';
import { shrink } from './values/shrink.js';

/** A place of the refusing schema where the two differ, and what was found there. */
export interface Difference {
  /** Leads from the root of the schema to the keyword, with references followed. */
  readonly path: Path;
  /** What is asked there. */
  readonly atom: Atom;
  /** A value that one schema accepts and the other refuses; `undefined` where none was found. */
  readonly witness: Json | undefined;
}

/** What may be found out about values that one schema accepts and another refuses. */
export interface Comparison {
  /** Where a value was found that one accepts and the other refuses; in the order of the schema. */
  readonly breaks: readonly Difference[];
  /** Where neither a proof nor such a value was found. */
  readonly open: readonly Difference[];
  /** How many values were searched for. */
  readonly searches: number;
}

/** So many ways to break a keyword are tried, and so many searches are made for all keywords of a schema. */
const maxWays = 24;
const maxSearches = 20_000;

/** Compares schemas of two catalogs, both ways; what one comparison finds, the next ones use. */
export class SchemaComparer {
  readonly #atoms = new Atoms();
  readonly #document = new ComposedDocument();
  readonly #acceptance = new Acceptance();
  readonly #isStrict: boolean;

  /** @param isStrict - Whether a value may hold what its own schema does not name and the other does. */
  constructor(isStrict: boolean) {
    this.#isStrict = isStrict;
  }

  /** Whether two schemas say the same in the same words, but for order, references and what says nothing. */
  areSame(a: Site, b: Site): boolean {
    this.#atoms.begin();
    return this.#atoms.digest(a) === this.#atoms.digest(b);
  }

  /**
   * Finds what one schema accepts and another refuses.
   *
   * @param examples - Values to start from; those that the one refuses are left out.
   */
  compare(own: Site, other: Site, examples: readonly Json[]): Comparison {
    const limit = this.#isStrict ? true : new OpenWorld(this.#document).limit(own, other);
    const given = limit === true ? [own] : [own, this.#document.site(limit)];
    const fits = (value: Json): boolean => given.every((site) => this.#acceptance.accepts(site, value));
    const refuses = (value: Json): boolean => !this.#acceptance.accepts(other, value);
    const like = examples.filter(fits);
    const nearest = (path: Path): readonly Json[] =>
      like.toSorted((a, b) => depthIn(b, path) - depthIn(a, path)).slice(0, 2);
    const finder = new ValueFinder(this.#acceptance);
    const open: Difference[] = [];
    const known: Atom[] = [];
    let searches = 0;
    const witnessOf = (way: Site, path: Path): Json | undefined => {
      for (const start of like.length > 0 ? nearest(path) : [undefined]) {
        const found = finder.find([...given, way], start, refuses);
        searches += finder.searches;
        if (found !== undefined)
          return shrink(found, (value) => fits(value) && refuses(value) && this.#acceptance.accepts(way, value));
      }
      return undefined;
    };
    const breaksAt = ({ atom, path, ways, parts }: OpenPlace): Difference[] => {
      const inner = parts.flatMap(breaksAt);
      if (inner.length > 0) return inner;
      // One keyword of a type that stands in several places is one cause.
      if (known.some(({ site, at }) => site.schema === atom.site.schema && at.join() === atom.at.join())) return [];
      for (const way of ways.slice(0, maxWays)) {
        if (searches > maxSearches) break;
        const witness = witnessOf(way, path);
        if (witness === undefined) continue;
        known.push(atom);
        return [{ path, atom, witness }];
      }
      open.push({ path, atom, witness: undefined });
      return [];
    };
    const breaks = new Inclusion(this.#atoms, this.#document).open(given, other).flatMap(breaksAt);
    return { breaks, open: breaks.length > 0 ? [] : open, searches };
  }
}

/** How many of the properties on the way to a place a value has. */
function depthIn(value: Json, path: Path): number {
  const names = path.filter((_, index) => path[index - 1] === 'properties');
  const missing = names.findIndex((__, index) => valueAt(value, names.slice(0, index + 1)) === undefined);
  return missing < 0 ? names.length : missing;
}
