import type { Json } from '../json.js';
import type { SourceFile } from '../load/source.js';
import type { JsonSchema } from '../schema/json-schema.js';
import type { References } from '../schema/references.js';

/** Settings of a catalog, defaults filled in. */
export interface CatalogSettings {
  readonly title: string;
  /** Version of the emitted package. */
  readonly version: string;
  readonly description: string;
  readonly package: {
    readonly name: string;
    /** SPDX identifier. */
    readonly license: string;
    readonly author: string;
    readonly repository: string | undefined;
    /** URL of the registry to publish to; `undefined` where none is named, and npm's own settings decide. */
    readonly registry: string | undefined;
    readonly keywords: readonly string[];
    /** Message that the README's examples send. */
    readonly example: string | undefined;
  };
  /** Names of the environment variables that the client reads. */
  readonly environment: { readonly baseUrl: string; readonly apiKey: string };
  /** Names of the targets that a run generates unless it is told otherwise. */
  readonly targets: readonly string[];
  readonly lint: LintSettings;
}

/** Which lint rules hold where. */
interface LintSettings {
  /** Settings by id of a rule; a rule without any holds everywhere. */
  readonly rules: { readonly [id: string]: LintRuleSettings };
}

/** Where a lint rule does not hold. */
interface LintRuleSettings {
  /** Whether the rule holds nowhere. */
  readonly off?: true;
  /** Why it holds nowhere. */
  readonly reason?: string;
  readonly except?: readonly LintException[];
}

/** A part of the catalog in which a lint rule does not hold. */
interface LintException {
  /** Path inside the catalog of a file or folder; `#` and a JSON Pointer after it name a part of a file. */
  readonly path: string;
  /** Why it does not hold there. */
  readonly reason: string;
}

/** Why and since when a message should not be sent any more. */
export interface Deprecation {
  readonly since: string;
  readonly replacedBy?: string;
  readonly reason?: string;
}

/** How the queue repeats a job that failed. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly backoff?: { readonly type: 'exponential' | 'fixed'; readonly delay: string };
  readonly retryOn?: readonly string[];
  readonly neverOn?: readonly string[];
}

/** A payload that shows how a message is used. */
export interface MessageExample {
  readonly title: string;
  readonly payload: Json;
}

/** Who writes a message: those who enqueue jobs, those who run them, or both. */
export type Sender = 'callers' | 'workers' | 'both';

/** A message, as its file describes it. */
export interface MessageDefinition {
  readonly file: SourceFile;
  /** Folder below `messages/`; empty for a message that lies in none. */
  readonly domain: string;
  readonly name: string;
  readonly description: string;
  readonly outcome?: string;
  readonly emits: readonly string[];
  /** `undefined` where the links between messages say it. */
  readonly sentBy?: Sender;
  readonly deprecated?: Deprecation;
  readonly retry?: RetryPolicy;
  readonly examples: readonly MessageExample[];
  readonly payload: JsonSchema;
}

/** A payload type that several messages share. */
export interface TypeDefinition {
  readonly file: SourceFile;
  /** The file's name without its extension. */
  readonly name: string;
  readonly schema: JsonSchema;
}

/** Something that looks like a part of a catalog, and is not read. */
interface UnreadFile {
  readonly file: SourceFile;
  /** Why it is not read, and what to do. */
  readonly message: string;
}

/** A catalog that holds to every rule. */
export interface Catalog {
  readonly settings: CatalogSettings;
  readonly settingsFile: SourceFile;
  /** Sorted by name. */
  readonly messages: readonly MessageDefinition[];
  /** Names of all messages and of their files: where one of them is wrong, who uses the other makes no mistake. */
  readonly messageNames: ReadonlySet<string>;
  /** Whether there may be messages that are not known. */
  readonly lacksMessages: boolean;
  /** Sorted by name. */
  readonly types: readonly TypeDefinition[];
  readonly references: References;
  /** What looks like a part of it, and is not read. */
  readonly ignored: readonly UnreadFile[];
}
