import { pascalCase } from 'change-case';
import { compileValidator } from '../../templates/typescript/src/validators/runtime/compile-validator.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { groupBy } from '../group-by.js';
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
import { redirectReferences } from '../schema/map-schema.js';
import { selfContained } from '../schema/self-contained.js';
import { bundleOf } from '../catalog/bundle.js';
import type { Catalog, MessageDefinition } from '../catalog/catalog.js';
import { rootSites } from '../catalog/schema-site.js';
import type { ReferenceTarget } from '../schema/references.js';
import { boundTypes } from './bound-types.js';
import { stripAnnotations, schemaReferences } from './strip-annotations.js';
import type { Message, Model, NamedType, SchemaFile } from './model.js';
import { readNotes } from './read-notes.js';
import { receivedTypes } from './received.js';
import { senderOf } from './sender.js';
import { secretFields } from './secret-fields.js';
import { typesAtPlace, type TypeNode } from './type-node.js';
import { SchemaReader } from './type-of-schema.js';

/** A named type that is not yet known to read differently than it is written. */
type WrittenType = Omit<NamedType, 'received'>;

/** The types of a file, that of its schema first. */
type WrittenFile = readonly [root: WrittenType, ...locals: WrittenType[]];

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

  const all = [...messages, ...types].flatMap(({ written }) => written);
  const bound = boundTypes(all);
  const received = receivedTypes(bound, receivedTypeName);
  const finish = (written: WrittenType): NamedType => ({
    ...(bound.get(written.name) ?? written),
    received: received.get(written.name),
  });
  const fileOf = (written: WrittenFile, file: SourceFile, schema: JsonSchema): SchemaFile => ({
    source: file.path,
    declared: written.map(finish),
    jsonSchema: () => selfContained(schema, file, catalog.references),
  });
  const typeOf = (name: string): TypeNode | undefined => bound.get(name)?.type;
  const { settings, references, changelog } = catalog;
  const linker = new SchemaLinker(references);
  const outcomeOf = linksTo(catalog.messages, ({ outcome }) => (outcome === undefined ? [] : [outcome]));
  const emittedBy = linksTo(catalog.messages, ({ emits }) => emits);

  return {
    settings,
    changelog,
    messages: messages.map(({ message, written }): Message => {
      const { file, payload, ...defined } = message;
      const links = { outcomeOf: outcomeOf(message.name), emittedBy: emittedBy(message.name) };
      return {
        ...defined,
        ...links,
        ...fileOf(written, file, payload),
        description: message.description.trim(),
        method: methodName(message.name),
        constant: constantName(message.name),
        payload: finish(written[0]),
        postsOutcome: message.outcome !== undefined && hasWebhookUrl(written[0].type, typeOf),
        sentBy: senderOf(message, links.outcomeOf.length + links.emittedBy.length > 0),
        problemsOf: (value) => compileValidator(linker.link(payload, file))(value),
      };
    }),
    types: types.map(({ type, written }) => ({
      ...finish(written[0]),
      ...fileOf(written, type.file, type.schema),
      fileName: type.name,
    })),
    secretFields: secretFields(all),
    bundle: () => bundleOf(catalog),
  };
}

/** Gives the names of the messages that link to a message, by its name. */
function linksTo(
  messages: readonly MessageDefinition[],
  linksOf: (message: MessageDefinition) => readonly string[],
): (name: string) => readonly string[] {
  const links = messages.flatMap((message) => linksOf(message).map((to) => ({ from: message.name, to })));
  const byTarget = groupBy(links, ({ to }) => to);
  return (name) => byTarget.get(name)?.map(({ from }) => from) ?? [];
}

/** Whether a payload may say where its outcome is to be posted. */
function hasWebhookUrl(payload: TypeNode, typeOf: (name: string) => TypeNode | undefined): boolean {
  return typesAtPlace(payload, typeOf).some(
    (type) => type.kind === 'object' && type.properties.some(({ name }) => name === 'webhookUrl'),
  );
}

/** Reads the schemas of a catalog, file by file, and names the types in them. */
class TypeBuilder {
  readonly #names = new Map<string, string>();
  /** What references point at in each file, besides its root. */
  readonly #definitions: ReadonlyMap<SourceFile, readonly ReferenceTarget[]>;

  constructor(private readonly catalog: Catalog) {
    const { messages, types, references } = catalog;
    const owners = new Map([
      ...messages.map(({ file, name }) => [file, pascalCase(name)] as const),
      ...types.map(({ file, name }) => [file, sharedTypeName(name)] as const),
    ]);
    for (const { file, name } of messages) this.#names.set(keyOf({ file, pointer: [] }), payloadTypeName(name));
    for (const { file, name } of types) this.#names.set(keyOf({ file, pointer: [] }), sharedTypeName(name));
    const targets = rootSites(catalog).flatMap(({ file, schema }) =>
      schemaReferences(schema).map((reference) => references.target(reference, file)),
    );
    const byKey = new Map(targets.map((target) => [keyOf(target), target]));
    // In the order of their pointers: which of two like names gets a number depends on no order of references.
    const inOrder = [...byKey].filter(([key]) => !this.#names.has(key)).sort(([a], [b]) => compareText(a, b));
    const taken = new Set(this.#names.values());
    for (const [key, { file, pointer }] of inOrder) {
      const name = freeName(localTypeName(owners.get(file) ?? '', pointer), taken);
      this.#names.set(key, name);
      taken.add(name);
    }
    this.#definitions = groupBy(
      inOrder.map(([, target]) => target),
      ({ file }) => file,
    );
  }

  /** Reads the schema of a file and the definitions in it. */
  read(file: SourceFile, schema: JsonSchema): WrittenFile {
    const { references } = this.catalog;
    const reader = new SchemaReader(file, references, (target) => this.#nameOf(target));
    const typeMeant = (reference: string): string => this.#nameOf(references.target(reference, file));
    const written = (name: string, each: JsonSchema): WrittenType => ({
      name,
      notes: readNotes({ schema: each, file }, references),
      type: reader.typeOf(each),
      schema: stripAnnotations(each, typeMeant),
      componentSchema: (address) =>
        redirectReferences(each, (reference) => address(typeMeant(reference)), ['$defs', 'definitions']),
    });
    const definitions = this.#definitions.get(file) ?? [];
    return [
      written(this.#nameOf({ file, pointer: [] }), schema),
      ...definitions.map((target) => written(this.#nameOf(target), target.schema)),
    ];
  }

  #nameOf(place: Place): string {
    const name = this.#names.get(keyOf(place));
    if (name === undefined) throw new Error(`${keyOf(place)} has no name.`);
    return name;
  }
}

/** Where a schema stands. */
type Place = Pick<ReferenceTarget, 'file' | 'pointer'>;

function keyOf({ file, pointer }: Place): string {
  return `${file.path}#${pointer.map((part) => `/${part}`).join('')}`;
}

/** A name, with a number behind it where it is taken. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
  return name;
}
