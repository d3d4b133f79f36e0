import { pascalCase } from 'change-case';
import { compileValidator } from '../../templates/typescript/src/validators/runtime/compile-validator.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { groupBy } from '../group-by.js';
import type { Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import {
  constantName,
  localTypeName,
  methodName,
  payloadTypeName,
  receivedTypeName,
  sharedTypeName,
} from '../names.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { SchemaLinker } from '../schema/link.js';
import { walkSchema } from '../schema/keywords.js';
import { redirectReferences } from '../schema/map-schema.js';
import { selfContained } from '../schema/self-contained.js';
import { bundleOf } from '../catalog/bundle.js';
import type { Catalog } from '../catalog/catalog.js';
import { rootSites } from '../catalog/schema-site.js';
import type { References, ReferenceTarget } from '../schema/references.js';
import { boundTypes, withWidening } from './bound-types.js';
import { bareSchema } from './bare-schema.js';
import type { Message, Model, NamedType } from './model.js';
import { readNotes } from './read-notes.js';
import { receivedTypes } from './received.js';
import { senderOf } from './sender.js';
import { secretFields } from './secret-fields.js';
import { typesAtPlace } from './type-node.js';
import { SchemaReader } from './type-of-schema.js';

/** A named type that is not yet known to read differently than it is written. */
type WrittenType = Omit<NamedType, 'received'>;

interface WrittenFile {
  readonly root: WrittenType;
  readonly locals: readonly WrittenType[];
}

/**
 * Puts a catalog into the terms of the client to generate: names, types, links in both directions.
 *
 * @param catalog - A catalog that holds to every rule.
 * @param names - The messages that it is to have; no other message's schema refers to those that are left out. Default: all.
 */
export function buildModel(catalog: Catalog, names = catalog.messageNames): Model {
  const builder = new TypeBuilder(catalog);
  const messages = catalog.messages
    .filter(({ name }) => names.has(name))
    .map((message) => ({ message, written: builder.read(message.file, message.payload) }));
  const types = catalog.types.map((type) => ({ type, written: builder.read(type.file, type.schema) }));

  const all = [...messages, ...types].flatMap(({ written }) => [written.root, ...written.locals]);
  const bound = boundTypes(new Map(all.map(({ name, type }) => [name, type])));
  const received = receivedTypes(new Map([...bound].map(([name, { type }]) => [name, type])), receivedTypeName);
  const finish = (written: WrittenType): NamedType => {
    const { type, isWidened } = bound.get(written.name) ?? { type: written.type, isWidened: false };
    return { ...written, type, notes: withWidening(written.notes, isWidened), received: received.get(written.name) };
  };
  const linker = new SchemaLinker(catalog.references);
  const requests = groupBy(catalog.messages, ({ outcome }) => outcome);
  const emissions = catalog.messages.flatMap(({ name, emits }) => emits.map((emitted) => ({ name, emitted })));
  const emitters = groupBy(emissions, ({ emitted }) => emitted);
  const namesOf = (named: readonly { readonly name: string }[] = []): string[] => named.map(({ name }) => name);

  return {
    settings: catalog.settings,
    messages: messages.map(({ message, written }): Message => ({
      name: message.name,
      source: message.file.path,
      domain: message.domain,
      description: message.description.trim(),
      method: methodName(message.name),
      constant: constantName(message.name),
      payload: finish(written.root),
      locals: written.locals.map(finish),
      outcome: message.outcome,
      emits: message.emits,
      postsOutcome:
        message.outcome !== undefined &&
        typesAtPlace(written.root.type, (name) => bound.get(name)?.type).some(
          (type) => type.kind === 'object' && type.properties.some(({ name }) => name === 'webhookUrl'),
        ),
      outcomeOf: namesOf(requests.get(message.name)),
      emittedBy: namesOf(emitters.get(message.name)),
      sentBy: senderOf(message, requests.has(message.name) || emitters.has(message.name)),
      deprecated: message.deprecated,
      retry: message.retry,
      examples: message.examples,
      problemsOf: (payload) => compileValidator(linker.link(message.payload, message.file))(payload),
      jsonSchema: () => selfContained(message.payload, message.file, catalog.references),
    })),
    types: types.map(({ type, written }) => ({
      ...finish(written.root),
      fileName: type.name,
      source: type.file.path,
      locals: written.locals.map(finish),
      jsonSchema: () => selfContained(type.schema, type.file, catalog.references),
    })),
    secretFields: secretFields(all),
    changelog: catalog.changelog,
    bundle: () => bundleOf(catalog),
  };
}

/** Reads the schemas of a catalog, file by file, and names the types in them. */
class TypeBuilder {
  readonly #catalog: Catalog;
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();
  /** The schemas of each file that references point at, besides its root. */
  readonly #definitions = new Map<SourceFile, { name: string; schema: JsonSchema }[]>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    const { messages, types, references } = catalog;
    for (const { file, name } of messages) this.#name(file, [], payloadTypeName(name));
    for (const { file, name } of types) this.#name(file, [], sharedTypeName(name));
    const owners = new Map([
      ...messages.map(({ file, name }) => [file, pascalCase(name)] as const),
      ...types.map(({ file, name }) => [file, sharedTypeName(name)] as const),
    ]);
    const targets = rootSites(catalog).flatMap(({ file, schema }) => targetsIn(schema, file, references));
    // In the order of their pointers: which of two like names gets a number depends on no order of references.
    const inOrder = targets.sort((a, b) => compareText(keyOf(a.file, a.pointer), keyOf(b.file, b.pointer)));
    for (const target of inOrder) this.#nameDefinition(target, owners.get(target.file) ?? '');
  }

  /** Reads the schema of a file and the definitions in it. */
  read(file: SourceFile, schema: JsonSchema): WrittenFile {
    const reader = new SchemaReader(file, this.#catalog.references, (target) => this.#nameOf(target));
    const typeMeant = (reference: string): string => this.#nameOf(this.#catalog.references.target(reference, file));
    const written = (name: string, each: JsonSchema): WrittenType => ({
      name,
      notes: readNotes({ schema: each, file }, this.#catalog.references),
      type: reader.typeOf(each),
      schema: bareSchema(each, typeMeant),
      componentSchema: (address) =>
        redirectReferences(each, (reference) => address(typeMeant(reference)), ['$defs', 'definitions']),
    });
    return {
      root: written(this.#nameOf({ file, pointer: [] }), schema),
      locals: (this.#definitions.get(file) ?? []).map((definition) => written(definition.name, definition.schema)),
    };
  }

  #nameDefinition({ file, pointer, schema }: ReferenceTarget, owner: string): void {
    if (this.#names.has(keyOf(file, pointer))) return;
    const wanted = localTypeName(owner, pointer);
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${wanted}${number}`;
    this.#name(file, pointer, name);
    this.#definitions.set(file, [...(this.#definitions.get(file) ?? []), { name, schema }]);
  }

  #name(file: SourceFile, pointer: Path, name: string): void {
    this.#names.set(keyOf(file, pointer), name);
    this.#taken.add(name);
  }

  #nameOf({ file, pointer }: Pick<ReferenceTarget, 'file' | 'pointer'>): string {
    const name = this.#names.get(keyOf(file, pointer));
    if (name === undefined) throw new Error(`${keyOf(file, pointer)} has no name.`);
    return name;
  }
}

/** What the references in a schema point at. */
function targetsIn(schema: JsonSchema, file: SourceFile, references: References): ReferenceTarget[] {
  const targets: ReferenceTarget[] = [];
  walkSchema(schema, [], (inner) => {
    if (typeof inner === 'object' && inner.$ref !== undefined) targets.push(references.target(inner.$ref, file));
  });
  return targets;
}

function keyOf(file: SourceFile, pointer: Path): string {
  return `${file.path}#${pointer.map((part) => `/${part}`).join('')}`;
}
