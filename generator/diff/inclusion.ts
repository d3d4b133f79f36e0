import type { Path } from '../json.js';
import { Budget } from '../satisfiability/budget.js';
import { isWithin } from '../satisfiability/is-within.js';
import { inside, type ObjectSite, type Site } from '../satisfiability/site.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { Atoms, type Atom } from './atoms.js';
import type { ComposedDocument } from '../satisfiability/composed-document.js';
import { covers, splitStep, wrap, type Step } from './steps.js';
import { impliesPattern } from './values/languages.js';

/** Something that a schema asks and that does not surely hold of what another accepts. */
export interface OpenPlace {
  /** What is asked, and by which schema. */
  readonly atom: Atom;
  /** Leads from the root of the schema to what asks it, with references followed. */
  readonly path: Path;
  /** The ways not to fit it, each as a schema of the whole value; a value that breaks it fits one of them. */
  readonly ways: readonly Site[];
  /** The same, where it is split by alternatives: nearer to what differs. Default: it is not. */
  readonly parts?: readonly OpenPlace[];
}

/** A step on the way to a place, or a condition under which something is asked there. */
type Way = Step | { readonly kind: 'given'; readonly sites: readonly Site[] };

/** Something that is left to be proven. */
interface Obligation {
  readonly atom: Atom;
  readonly path: Path;
  readonly way: readonly Way[];
  /** The same, split by alternatives: where all of these hold, it holds. Default: it is not split. */
  readonly parts?: readonly Obligation[];
}

/** So many pairs of schemas are compared; what is left then is asked about as a whole. */
const maxPairs = 5000;

/**
 * Finds what of a schema does not surely hold of the values that others accept together. Goes through both at once: what both
 * ask in the same words holds, and what is left is proven where it stands, else as a whole.
 */
export class Inclusion {
  readonly #atoms: Atoms;
  readonly #document: ComposedDocument;
  /** Pairs that are looked at, outermost first. */
  readonly #around: string[] = [];
  readonly #proven = new Set<string>();
  readonly #budget = new Budget();
  #left = maxPairs;
  /** The outermost of them that was met again. */
  #outermost = Infinity;
  #hasRepeated = false;
  #needsWhole = false;

  /** @param document - Where schemas are composed that ask several things together. */
  constructor(atoms: Atoms, document: ComposedDocument) {
    this.#atoms = atoms;
    this.#document = document;
  }

  /** What does not surely hold; nothing where each value that fits all of the one fits the other. */
  open(own: readonly Site[], other: Site): OpenPlace[] {
    const whole = this.#together(own);
    this.#needsWhole = false;
    this.#hasRepeated = false;
    const open = this.#obligations(own, other, [], []).flatMap((each) => this.#openOf(whole, each));
    // What holds by what is around a place need not hold where the same schema is met again further inside.
    if (open.length > 0 || !this.#needsWhole) return open;
    const ways = this.#isWithin(whole, other).open.map(({ site }) => site);
    const [atom] = this.#atoms.of(other);
    return ways.length === 0 || atom === undefined ? [] : [{ atom, path: [], ways }];
  }

  #openOf(whole: Site, obligation: Obligation): OpenPlace[] {
    const ways = this.#prove(whole, obligation);
    if (ways.length === 0) {
      this.#needsWhole ||= this.#hasRepeated;
      return [];
    }
    const parts = obligation.parts?.flatMap((part) => this.#openOf(whole, part));
    if (parts?.length === 0) return [];
    const place = { atom: obligation.atom, path: obligation.path, ways };
    return [parts === undefined ? place : { ...place, parts }];
  }

  /** Proves it of the whole value; gives the ways that stay open. */
  #prove(whole: Site, { atom, way }: Obligation): readonly Site[] {
    let schema: JsonSchema = this.#document.schemaOf({ ...atom.site, schema: atom.schema });
    for (const step of way.toReversed()) {
      if (step.kind !== 'given') schema = wrap(step, schema);
      else schema = { if: { allOf: step.sites.map((site) => this.#document.schemaOf(site)) }, then: schema };
    }
    return this.#isWithin(whole, this.#document.site(schema)).open.map(({ site }) => site);
  }

  #together(sites: readonly Site[]): Site {
    return this.#document.site({ allOf: sites.map((site) => this.#document.schemaOf(site)) });
  }

  /** What another schema asks of values that several accept together, but for what is proven at its place. */
  #obligations(own: readonly Site[], other: Site, path: Path, way: readonly Way[]): Obligation[] {
    const key = [...own.map((site) => this.#document.nameOf(site)).sort(), 'in', this.#document.nameOf(other)].join(
      ' ',
    );
    const around = this.#around.indexOf(key);
    if (around >= 0) {
      // It is about a value inside the one in question, of which it is asked already.
      this.#outermost = Math.min(this.#outermost, around);
      this.#hasRepeated = true;
      return [];
    }
    if (this.#proven.has(key)) return [];
    const mine = own.flatMap((site) => [...this.#atoms.of(site)]);
    const keys = new Set(mine.map((atom) => atom.key));
    if (keys.has('false')) return [];
    this.#left -= 1;
    const outer = this.#outermost;
    this.#outermost = Infinity;
    const depth = this.#around.push(key) - 1;
    const found = this.#atoms
      .of(other)
      .filter((atom) => !keys.has(atom.key))
      .flatMap((atom) => this.#obligation(own, mine, atom, pathOf(path, atom, other), way));
    this.#around.pop();
    if (found.length === 0 && this.#outermost >= depth) this.#proven.add(key);
    this.#outermost = Math.min(outer, this.#outermost < depth ? this.#outermost : Infinity);
    return found;
  }

  #obligation(own: readonly Site[], mine: readonly Atom[], atom: Atom, path: Path, way: readonly Way[]): Obligation[] {
    const whole: Obligation = { atom, path, way };
    if (atom.inner !== undefined && this.#left > 0) {
      const { step, site } = atom.inner;
      if (step.kind === 'pattern' && this.#isNoName(mine, step.pattern)) return [];
      const inner = mine.flatMap((each) => each.inner ?? []);
      const sitesAt = (at: Step): Site[] => inner.filter((each) => covers(each.step, at)).map((each) => each.site);
      const known = inner.map((each) => each.step);
      const steps = splitStep(step, known);
      if (steps !== undefined) return steps.flatMap((at) => this.#obligations(sitesAt(at), site, path, [...way, at]));
    }
    if (this.#isProvenHere(own, mine, atom)) return [];
    const parts = this.#left > 0 ? this.#split(own, mine, atom, path, way) : undefined;
    if (parts?.length === 0) return [];
    return [parts === undefined ? whole : { ...whole, parts }];
  }

  #isProvenHere(own: readonly Site[], mine: readonly Atom[], { site, schema }: Atom): boolean {
    if (this.#isWithin(this.#together(own), { ...site, schema }).isProven) return true;
    const wanted = typeof schema === 'object' ? schema.pattern : undefined;
    const patterns = mine.flatMap((each) => (each.at[0] === 'pattern' ? [each.site.schema.pattern ?? ''] : []));
    return wanted !== undefined && impliesPattern(patterns, wanted);
  }

  /** Whether no property can have a name that matches a pattern. */
  #isNoName(mine: readonly Atom[], pattern: string): boolean {
    const limits = mine.filter(({ at }) => at[0] === 'propertyNames');
    if (limits.length === 0) return false;
    const name = this.#document.site({ type: 'string', pattern });
    const names = limits.map(({ site }) => inside(site, ['propertyNames'], site.schema.propertyNames ?? true));
    return this.#isWithin(this.#together([name, ...names]), this.#document.site(false)).isProven;
  }

  /** Splits what is asked by alternatives or conditions; `undefined` where there are none that both schemas have. */
  #split(
    own: readonly Site[],
    mine: readonly Atom[],
    atom: Atom,
    path: Path,
    way: readonly Way[],
  ): Obligation[] | undefined {
    const { site } = atom;
    const given = (sites: readonly Site[], at: Path, wanted: JsonSchema, from: readonly Site[] = sites): Obligation[] =>
      this.#obligations(
        [...own, ...from],
        inside(site, at, wanted),
        [...path.slice(0, -atom.at.length), ...at],
        [...way, { kind: 'given', sites }],
      );
    const [name, trigger = ''] = atom.at.map(String);
    if (name === 'dependentSchemas') {
      const has = this.#document.site({ required: [trigger] });
      const same = mine.filter(({ at }) => at[0] === name && at[1] === trigger);
      const sites = same.map((each) =>
        inside(each.site, each.at, each.site.schema.dependentSchemas?.[trigger] ?? true),
      );
      return given([has], atom.at, site.schema.dependentSchemas?.[trigger] ?? true, [has, ...sites]);
    }
    if (name === 'if') {
      const testOf = (each: ObjectSite): Site => inside(each, ['if'], each.schema.if ?? true);
      const test = testOf(site);
      const digest = this.#atoms.digest(test);
      const same = mine.filter((each) => each.at[0] === 'if' && this.#atoms.digest(testOf(each.site)) === digest);
      const fails = this.#document.site({ not: this.#document.schemaOf(test) });
      return (['then', 'else'] as const).flatMap((which) => {
        const branches = same.map((each) => inside(each.site, [which], each.site.schema[which] ?? true));
        return given([which === 'then' ? test : fails, ...branches], [which], site.schema[which] ?? true);
      });
    }
    if (name !== 'anyOf' && name !== 'oneOf') return undefined;
    const wanted = (site.schema[name] ?? []).map((branch, index) => inside(site, [name, index], branch));
    const choice =
      mine.find((each) => each.at[0] === name) ?? mine.find(({ at }) => at[0] === 'anyOf' || at[0] === 'oneOf');
    if (choice === undefined || wanted.length === 0) return undefined;
    const from = choice.at[0] as 'anyOf' | 'oneOf';
    const branches = (choice.site.schema[from] ?? []).map((branch, index) =>
      inside(choice.site, [from, index], branch),
    );
    return branches.flatMap((branch, index) => {
      const at = this.#counterpart(own, branch, wanted, index);
      const counterpart = wanted[at];
      if (counterpart === undefined) return [];
      const fits = given([branch], [name, at], counterpart.schema);
      if (name === 'anyOf') return fits;
      const others = wanted.filter((each) => each !== counterpart);
      const alone = others.flatMap((each) => {
        const not = this.#document.site({ not: this.#document.schemaOf(each) });
        const condition = { kind: 'given', sites: [branch] } as const;
        return this.#obligations([...own, branch], not, path, [...way, condition]).map((found) => ({ ...found, path }));
      });
      return [...fits, ...alone];
    });
  }

  /** Which of several alternatives is meant for what one accepts: the one that says the same, else the most of it. */
  #counterpart(own: readonly Site[], branch: Site, wanted: readonly Site[], index: number): number {
    const digest = this.#atoms.digest(branch);
    const same = wanted.findIndex((each) => this.#atoms.digest(each) === digest);
    if (same >= 0) return same;
    const whole = this.#together([...own, branch]);
    const wider = wanted.findIndex((each) => this.#isWithin(whole, each).isProven);
    if (wider >= 0) return wider;
    const keys = new Set(this.#atoms.of(branch).map(({ key }) => key));
    const shared = wanted.map((each) => this.#atoms.of(each).filter(({ key }) => keys.has(key)).length);
    const most = Math.max(...shared);
    return shared[index] === most ? index : shared.indexOf(most);
  }

  #isWithin(narrower: Site, wider: Site): ReturnType<typeof isWithin> {
    return isWithin(narrower, wider, this.#budget);
  }
}

/** Where an atom stands, with references followed: what lies behind one is below the place that refers to it. */
function pathOf(path: Path, atom: Atom, root: Site): Path {
  const { site, at } = atom;
  const isBelow = site.document === root.document && root.path.every((part, depth) => site.path[depth] === part);
  return [...path, ...(isBelow ? site.path.slice(root.path.length) : []), ...at];
}
