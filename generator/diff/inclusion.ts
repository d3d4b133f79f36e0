import type { Json, Path } from '../json.js';
import { Budget } from '../satisfiability/budget.js';
import type { ComposedDocument } from '../satisfiability/composed-document.js';
import { isWithin } from '../satisfiability/is-within.js';
import { inside, type ObjectSite, type Site } from '../satisfiability/site.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { valueAt } from '../schema/pointer.js';
import type { Atom, Atoms } from './atoms.js';
import { covers, splitStep, wrap, type Step } from './steps.js';

/** Something that a schema asks and that does not surely hold of what another accepts. */
export interface OpenPlace {
  /** What is asked, and by which schema. */
  readonly atom: Atom;
  /** Leads from the root of the schema to what asks it, with references followed. */
  readonly path: Path;
  /** The ways not to fit it, each as a schema of the whole value; a value that breaks it fits one of them. */
  readonly ways: readonly Site[];
  /** What of it is open in each alternative: nearer to what differs. */
  readonly parts: readonly OpenPlace[];
}

/** What is asked of the values at a place of the whole value. */
interface Question {
  /** What they surely fit. */
  readonly own: readonly Site[];
  /** Leads from the root of the schema to what asks. */
  readonly path: Path;
  /** Leads from the whole value to them: steps, and conditions that a schema makes. */
  readonly way: readonly (Step | { readonly kind: 'given'; readonly site: Site })[];
}

/** One thing that is asked, and that is left to be proven. */
type Obligation = Question & { readonly atom: Atom };

/** So many pairs of schemas are compared; what is left then is asked about as a whole. */
const maxPairs = 5000;

/**
 * Finds what of a schema does not surely hold of the values that others accept together. Goes through both at once: what both
 * ask in the same words holds, and what is left is proven where it stands, else as a whole.
 */
export class Inclusion {
  readonly #atoms: Atoms;
  readonly #document: ComposedDocument;
  readonly #budget = new Budget();
  readonly #compared = new Set<string>();
  #hasRepeated = false;

  /** @param document - Where schemas are composed that ask several things together. */
  constructor(atoms: Atoms, document: ComposedDocument) {
    this.#atoms = atoms;
    this.#document = document;
  }

  /** What does not surely hold; nothing where each value that fits all of the one fits the other. */
  open(own: readonly Site[], other: Site): OpenPlace[] {
    const whole = this.#together(own);
    const obligations = this.#obligations(other, { own, path: [], way: [] });
    const open = obligations.flatMap((each) => this.#openOf(whole, each));
    // What holds by what is around a place need not hold where the same schemas meet again.
    if (open.length > 0 || obligations.length === 0 || !this.#hasRepeated) return open;
    const ways = this.#waysOut(whole, other);
    const [atom] = this.#atoms.of(other);
    return ways.length === 0 || atom === undefined ? [] : [{ atom, path: [], ways, parts: [] }];
  }

  #openOf(whole: Site, obligation: Obligation): OpenPlace[] {
    const { atom, path, way } = obligation;
    const asked = way.reduceRight<JsonSchema>(
      (schema, step) =>
        step.kind === 'given' ? { if: this.#document.schemaOf(step.site), then: schema } : wrap(step, schema),
      this.#document.schemaOf({ ...atom.site, schema: atom.schema }),
    );
    const ways = this.#waysOut(whole, this.#document.site(asked));
    if (ways.length === 0) return [];
    return [{ atom, path, ways, parts: this.#inAlternatives(obligation).flatMap((part) => this.#openOf(whole, part)) }];
  }

  /** What a schema asks of the values at a place, but for what is proven there. */
  #obligations(other: Site, at: Question): Obligation[] {
    const key = [...at.own, other].map((site) => this.#document.nameOf(site)).join(' ');
    // Of a value inside the one in question it is asked already.
    if (this.#compared.has(key)) {
      this.#hasRepeated = true;
      return [];
    }
    this.#compared.add(key);
    const mine = at.own.flatMap((site) => this.#atoms.of(site));
    const keys = new Set(mine.map((atom) => atom.key));
    if (keys.has('false')) return [];
    return this.#atoms
      .of(other)
      .filter((atom) => !keys.has(atom.key))
      .flatMap((atom) => this.#unproven(mine, { ...at, path: pathOf(at.path, atom, other), atom }));
  }

  #unproven(mine: readonly Atom[], obligation: Obligation): Obligation[] {
    const { atom, own, path, way } = obligation;
    const { inner, site, schema } = atom;
    const isProven = (): boolean => this.#waysOut(this.#together(own), { ...site, schema }).length === 0;
    if (inner !== undefined && this.#compared.size < maxPairs) {
      // Maybe no property can have such a name.
      if (inner.step.kind === 'pattern' && isProven()) return [];
      const known = mine.flatMap((each) => each.inner ?? []);
      const steps = splitStep(
        inner.step,
        known.map((each) => each.step),
      );
      return steps.flatMap((step) => {
        const sites = known.filter((each) => covers(each.step, step)).map((each) => each.site);
        return this.#obligations(inner.site, { own: sites, path, way: [...way, step] });
      });
    }
    return isProven() ? [] : [obligation];
  }

  /** What is asked under each condition, where alternatives or conditions are asked for; nothing where there are none. */
  #inAlternatives({ atom, own, path, way }: Obligation): Obligation[] {
    const { site, at } = atom;
    const [name, trigger = ''] = at.map(String);
    const under = (condition: Site, part: Path): Obligation[] =>
      this.#obligations(partOf(site, part), {
        own: [...own, condition],
        path: [...path.slice(0, -at.length), ...part],
        way: [...way, { kind: 'given', site: condition }],
      });
    if (name === 'dependentSchemas') return under(this.#document.site({ required: [trigger] }), at);
    if (name === 'if') {
      const test = partOf(site, ['if']);
      const fails = this.#document.site({ not: this.#document.schemaOf(test) });
      return [...under(test, ['then']), ...under(fails, ['else'])];
    }
    if (name !== 'anyOf' && name !== 'oneOf') return [];
    const branches = branchesOf(
      own.flatMap((each) => this.#atoms.of(each)),
      name,
    );
    const wanted = (site.schema[name] ?? []).map((_, index) => partOf(site, [name, index]));
    return branches.flatMap((branch, index) => under(branch, [name, this.#counterpart(branch, wanted, index)]));
  }

  /** Which of several alternatives is meant for what one accepts: the one that says most of it. */
  #counterpart(branch: Site, wanted: readonly Site[], index: number): number {
    const keys = new Set(this.#atoms.of(branch).map(({ key }) => key));
    const shared = wanted.map((each) => this.#atoms.of(each).filter(({ key }) => keys.has(key)).length);
    const most = Math.max(...shared);
    return shared[index] === most ? index : shared.indexOf(most);
  }

  #together(sites: readonly Site[]): Site {
    return this.#document.site({ allOf: sites.map((site) => this.#document.schemaOf(site)) });
  }

  /** The ways not to fit one schema that values of another may take. */
  #waysOut(narrower: Site, wider: Site): readonly Site[] {
    return isWithin(narrower, wider, this.#budget).open.map(({ site }) => site);
  }
}

const partOf = (site: ObjectSite, at: Path): Site =>
  inside(site, at, (valueAt(site.schema as Json, at) ?? true) as JsonSchema);

/** The alternatives that a schema has, by preference those of a keyword. */
function branchesOf(atoms: readonly Atom[], preferred: 'anyOf' | 'oneOf'): readonly Site[] {
  const choices = atoms.filter(({ at }) => at[0] === 'anyOf' || at[0] === 'oneOf');
  const choice = choices.find(({ at }) => at[0] === preferred) ?? choices[0];
  if (choice === undefined) return [];
  const name = choice.at[0] as 'anyOf' | 'oneOf';
  return (choice.site.schema[name] ?? []).map((_, index) => partOf(choice.site, [name, index]));
}

/** Where an atom stands, with references followed: what lies behind one is below the place that refers to it. */
function pathOf(path: Path, atom: Atom, root: Site): Path {
  const { site, at } = atom;
  const isBelow = site.document === root.document && root.path.every((part, depth) => site.path[depth] === part);
  return [...path, ...(isBelow ? site.path.slice(root.path.length) : []), ...at];
}
