import { textsDigest } from '../catalog/bundle.js';
import type { Catalog, MessageDefinition } from '../catalog/catalog.js';
import { SchemaDocuments } from '../catalog/schema-site.js';
import type { Json, Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { inside, targetOf, type Site } from '../satisfiability/site.js';
import { canonicalText } from './canonical-text.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { keywordNames, subschemas } from '../schema/keywords.js';
import { pointerPath, pointerText, valueAt } from '../schema/pointer.js';

/** More schemas of a payload are not looked at for secrets. */
const maxVisited = 20_000;

/** One of two versions of a catalog. */
export class CatalogVersion {
  readonly #catalog: Catalog;
  readonly #documents: SchemaDocuments;
  readonly #messages: ReadonlyMap<string, MessageDefinition>;
  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.#documents = new SchemaDocuments(catalog);
    this.#messages = new Map(catalog.messages.map((message) => [message.name, message]));
  }

  /** All that it says but its version: two versions share it only if nothing differs. */
  get text(): string {
    const { version: _version, diff: _diff, lint: _lint, ...settings } = this.#catalog.settings;
    return canonicalText([JSON.parse(JSON.stringify(settings)) as Json, textsDigest(this.#catalog)]);
  }

  get packageName(): string {
    return this.#catalog.settings.package.name;
  }

  /** The payload's schema of a message. */
  siteOf(message: string): Site {
    return this.#documents.siteOf(this.#message(message).file);
  }

  /** Where a message's payload holds what is never shown. */
  secretsOf(message: string): ReadonlySet<string> {
    const found = new Set<string>();
    let left = maxVisited;
    const visit = (site: Site, path: Path, around: readonly JsonSchema[]): void => {
      const { schema } = site;
      left -= 1;
      if (typeof schema === 'boolean' || around.includes(schema) || left < 0) return;
      if (schema['x-secret'] === true) found.add(pointerText(path));
      const target = targetOf(site);
      if (target !== undefined) visit(target, path, [...around, schema]);
      for (const inner of subschemas(schema))
        if (inner.path[0] !== '$defs')
          visit(inside(site, inner.path, inner.schema), [...path, ...inner.path], [...around, schema]);
    };
    visit(this.siteOf(message), [], []);
    return found;
  }

  /** Where a place of a message lies: the deepest part of it that is there. */
  placeOf(message: string, pointer: string): { readonly file: SourceFile; readonly path: Path } | undefined {
    const definition = this.#messages.get(message);
    if (definition === undefined) return undefined;
    const parts = pointerPath(pointer);
    if (parts[0] !== undefined && !keywordNames.has(String(parts[0]))) return { file: definition.file, path: parts };
    let site = this.siteOf(message);
    for (const part of parts) {
      let next = partOf(site, part);
      for (let target = targetOf(site); next === undefined && target !== undefined; target = targetOf(target)) {
        site = target;
        next = partOf(site, part);
      }
      if (next === undefined) break;
      site = next;
    }
    return { file: this.#documents.fileOf(site), path: site.path };
  }

  #message(name: string): MessageDefinition {
    const message = this.#messages.get(name);
    if (message === undefined) throw new Error(`There is no message ${name}.`);
    return message;
  }
}

/** What stands under a key of a schema, or of what a keyword of it holds; `undefined` where nothing does. */
function partOf(site: Site, key: string): Site | undefined {
  const part = valueAt(site.schema as Json, [key]);
  return part === undefined ? undefined : inside(site, [key], part as JsonSchema);
}
