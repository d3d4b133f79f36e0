import type { Json } from '../json.js';
import type { IgnoredFile, SourceFile } from '../load/source.js';
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
    /** SPDX expression, `UNLICENSED`, or `SEE LICENSE IN` and the name of a file of the package. */
    readonly license: string;
    /** Name of the file in the catalog's folder that holds the licence, and its text; for `SEE LICENSE IN` alone. */
    readonly licenseFile: string | undefined;
    readonly licenseText: string | undefined;
    readonly author: string;
    readonly repository: string | undefined;
    /** URL of the registry to publish to; `undefined` where none is named, and npm's own settings decide. */
    readonly registry: string | undefined;
    readonly keywords: readonly string[];
    /** Markdown for a section of the README. */
    readonly notes: string | undefined;
    /** Message that the README's examples send. */
    readonly example: string | undefined;
  };
  /** Names of the environment variables that the client reads. */
  readonly environment: { readonly baseUrl: string; readonly apiKey: string };
  /** Names of the targets that a run generates; `--target` takes their place. */
  readonly targets: readonly string[];
  /** Where lint rules do not hold, by id; a rule without settings holds everywhere. */
  readonly lint: { readonly rules: { readonly [id: string]: LintRuleSettings } };
  /** Breaks that are intended: `diff` reports them, and no version is needed for them. */
  readonly diff: { readonly waivers: readonly Waiver[] };
}

/** An intended break. */
export interface Waiver {
  /** Name of the message. */
  readonly message: string;
  /** JSON Pointer, as `diff` prints it; what lies below it is meant too, and empty means the whole message. */
  readonly pointer: string;
  readonly reason: string;
  /** Last day on which it holds, as `2026-01-31`. */
  readonly until: string;
}

/** Where a lint rule does not hold, and why: nowhere, or in some places. */
interface LintRuleSettings {
  readonly off?: true;
  readonly reason?: string;
  /** Files, folders, or parts of files, with `#` and a JSON Pointer behind the path. */
  readonly except?: readonly { readonly path: string; readonly reason: string }[];
}

/** Why and since when a message should not be sent any more. */
export interface Deprecation {
  readonly since: string;
  readonly replacedBy?: string;
  readonly reason?: string;
  /** Day from which on it may be removed, as `2026-01-31`. */
  readonly removal?: string;
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

/** A catalog that holds to every rule. */
export interface Catalog {
  readonly settings: CatalogSettings;
  readonly settingsFile: SourceFile;
  /** Sorted by name. */
  readonly messages: readonly MessageDefinition[];
  /** Names of all messages and of their files: where the two differ, that is an error, and a link by either is none. */
  readonly messageNames: ReadonlySet<string>;
  /** Sorted by name. */
  readonly types: readonly TypeDefinition[];
  readonly references: References;
  /** Markdown that says what changed from version to version; empty where it keeps none. */
  readonly changelog: string;
  readonly ignored: readonly IgnoredFile[];
  /** Digest of the messages and types with the prose that a bundled catalog leaves out; `undefined` where nothing is left out. */
  readonly texts: string | undefined;
}
