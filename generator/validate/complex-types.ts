import type { Path } from '../json.js';
import { TypeComplexity, tooManyAlternatives } from '../model/type-complexity.js';
import type { TypeNode } from '../model/type-node.js';
import { SchemaReader } from '../model/type-of-schema.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { keywords, subschemas } from '../schema/keywords.js';
import type { Catalog } from '../catalog/catalog.js';
import { canFollow } from './endless-references.js';
import { allSites, rootSites, targetSite, type SchemaSite } from '../catalog/schema-site.js';

/** A schema of whose type TypeScript would have to write out more alternatives than it can. */
export interface ComplexType {
  readonly site: SchemaSite;
  /** Leads from the schema to the keyword that multiplies them. */
  readonly at: Path;
  /** Whether it is too many with those of other types alone. */
  readonly isTogether: boolean;
}

/**
 * So many alternatives may all types of a catalog multiply to: the compiler takes a second and a hundred megabytes for
 * about these.
 */
export const mostInAll = 300_000;

/** Types with fewer alternatives are ordinary, and not counted together. */
const ordinary = 1000;

/**
 * Finds schemas whose types multiply: each part of an `allOf` that leaves a choice multiplies the choices of the others.
 * TypeScript gives up on some of these where the type is declared, on others only where somebody uses it.
 *
 * @param catalog - A catalog; nothing is found where a reference leads nowhere or back to itself.
 */
export function complexTypes(catalog: Catalog): ComplexType[] {
  if (!canFollow(catalog)) return [];
  const types = new WrittenTypes(catalog);
  const found: ComplexType[] = [];
  const told = new Set<JsonSchema>();
  let inAll = 0;
  for (const site of typedSites(catalog)) {
    if (!multiplies(site.schema)) continue;
    const product = types.largestProduct(site);
    const culprit = types.innermost(site);
    if (product > ordinary) inAll += product;
    if (product < tooManyAlternatives && inAll <= mostInAll) continue;
    if (told.has(culprit.schema) || (product < tooManyAlternatives && found.length > 0)) continue;
    told.add(culprit.schema);
    found.push({ site: culprit, at: multiplier(culprit.schema), isTogether: product < tooManyAlternatives });
  }
  return found;
}

/** Keywords whose schemas are part of the type. */
const typed = new Set<unknown>([
  ...keywords.filter(({ effect, name }) => effect === 'type' && name !== '$defs').map(({ name }) => name),
  'unevaluatedItems',
  'unevaluatedProperties',
]);
const inPlace = ['allOf', 'anyOf', 'oneOf'] as const;
const structural = ['enum', 'const', 'properties', 'required', 'patternProperties', 'additionalProperties', 'items'];

/** The schemas that become types, without those that are a part of one around them. */
function typedSites(catalog: Catalog): SchemaSite[] {
  const targets = allSites(catalog).flatMap((site) => targetSite(site, catalog.references) ?? []);
  const found: SchemaSite[] = [];
  const seen = new Set<JsonSchema>();
  const visit = ({ file, path, schema }: SchemaSite, isPart: boolean): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    if (!isPart) found.push({ file, path, schema });
    for (const inner of subschemas(schema).filter((each) => typed.has(each.path[0]))) {
      const isInPlace = inPlace.some((keyword) => keyword === inner.path[0]);
      visit({ file, path: [...path, ...inner.path], schema: inner.schema }, isInPlace);
    }
  };
  for (const site of [...rootSites(catalog), ...targets]) visit(site, false);
  return found;
}

/** Whether a schema, or a part of it, has parts that could multiply. */
function multiplies(schema: JsonSchema): boolean {
  if (typeof schema === 'boolean') return false;
  const { allOf = [], anyOf, oneOf, $ref } = schema;
  const others = [$ref, anyOf, oneOf, structural.some((keyword) => keyword in schema) || undefined];
  if (allOf.length + others.filter((part) => part !== undefined).length > 1) return true;
  return [...allOf, ...(anyOf ?? []), ...(oneOf ?? [])].some(multiplies);
}

function multiplier(schema: JsonSchema): Path {
  const keyword = inPlace.find((name) => typeof schema === 'object' && schema[name] !== undefined);
  return keyword === undefined ? [] : [keyword];
}

/** The types of schemas, and of what these refer to, read where they are asked for. */
class WrittenTypes {
  readonly #catalog: Catalog;
  readonly #targets = new Map<string, Pick<SchemaSite, 'file' | 'schema'>>();
  readonly #types = new Map<string, TypeNode>();
  readonly #complexity = new TypeComplexity((name) => this.#named(name));
  readonly #products = new Map<JsonSchema, number>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  largestProduct(site: Pick<SchemaSite, 'file' | 'schema'>): number {
    const known = this.#products.get(site.schema) ?? this.#complexity.largestProduct(this.#read(site));
    this.#products.set(site.schema, known);
    return known;
  }

  /** The part of a schema, or of a part of it, that is too complex by itself; the schema where no part is. */
  innermost(site: SchemaSite): SchemaSite {
    const part = this.#parts(site).find((each) => this.largestProduct(each) >= tooManyAlternatives);
    return part === undefined ? site : this.innermost(part);
  }

  #parts(site: SchemaSite): SchemaSite[] {
    const { file, path, schema } = site;
    if (typeof schema === 'boolean') return [];
    const branches = inPlace.flatMap((keyword) =>
      (schema[keyword] ?? []).map((branch, index) => ({ file, path: [...path, keyword, index], schema: branch })),
    );
    const target = targetSite(site, this.#catalog.references);
    return target === undefined ? branches : [...branches, target];
  }

  #named(name: string): TypeNode {
    const target = this.#targets.get(name);
    if (target === undefined) throw new Error(`${name} was not met.`);
    const type = this.#types.get(name) ?? this.#read(target);
    this.#types.set(name, type);
    return type;
  }

  #read({ file, schema }: Pick<SchemaSite, 'file' | 'schema'>): TypeNode {
    const reader = new SchemaReader(file, this.#catalog.references, (target) => {
      const name = `${target.file.path}#${target.pointer.join('/')}`;
      this.#targets.set(name, target);
      return name;
    });
    return reader.typeOf(schema);
  }
}
