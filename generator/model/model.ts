import type { JsonSchema } from '../schema/json-schema.js';
import type { CatalogSettings, MessageDefinition, Sender } from '../catalog/catalog.js';
import type { Json, JsonObject } from '../json.js';
import type { Notes } from './notes.js';
import type { TypeNode } from './type-node.js';

/** A type with a name of its own. */
export interface NamedType {
  readonly name: string;
  readonly notes: Notes;
  /** What a caller writes: strict. */
  readonly type: TypeNode;
  /** What a caller reads, under {@link receivedName}: tolerant of values that come later. `undefined` where it is the same. */
  readonly received: TypeNode | undefined;
  /** What a validator of it checks: nothing else is in it, and references hold names of types. */
  readonly schema: JsonSchema;
  /**
   * Makes its schema as the catalog has it, without definitions: a reference holds the address that is given for the name of
   * the type that it means.
   */
  readonly componentSchema: (address: (type: string) => string) => JsonSchema;
}

/** What a file of the catalog describes. */
export interface SchemaFile {
  /** Path of the file inside the catalog. */
  readonly source: string;
  /** The type of its schema, and behind it those that the file defines for itself. */
  readonly declared: readonly NamedType[];
  /** Makes its schema as the catalog has it, with all that it refers to inside. */
  readonly jsonSchema: () => JsonSchema;
}

/** A type that several messages share. */
export interface SharedType extends NamedType, SchemaFile {
  /** The file's name without its extension. */
  readonly fileName: string;
}

/** A message as the catalog has it, with all else that templates need to know of it. */
export interface Message extends SchemaFile, Omit<MessageDefinition, 'file' | 'payload' | 'sentBy'> {
  /** Name of the client's method. */
  readonly method: string;
  /** Key in `MessageTypes`. */
  readonly constant: string;
  readonly payload: NamedType;
  /** Whether its outcome is posted to the `webhookUrl` that its payload may name. */
  readonly postsOutcome: boolean;
  /** Messages whose jobs end with this one. */
  readonly outcomeOf: readonly string[];
  /** Messages whose jobs send this one on their way. */
  readonly emittedBy: readonly string[];
  readonly sentBy: Sender;
  /** What the run-time check finds in a payload: pointers and sentences; nothing where it fits. */
  readonly problemsOf: (payload: Json) => readonly { readonly pointer: string; readonly message: string }[];
}

/** A catalog, in the terms of the client to generate. */
export interface Model {
  readonly settings: CatalogSettings;
  /** Markdown that says what changed from version to version; empty where the catalog keeps none. */
  readonly changelog: string;
  /** Sorted by name. */
  readonly messages: readonly Message[];
  /** Sorted by file name. */
  readonly types: readonly SharedType[];
  /** Names of all fields that hold a credential, sorted. */
  readonly secretFields: readonly string[];
  /** Makes the catalog as one value, from which it can be read again. */
  readonly bundle: () => JsonObject;
}
