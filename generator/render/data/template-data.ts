import type { Json, JsonObject } from '../../json.js';
import type { Message, Model, SharedType } from '../../model/model.js';
import { dataOf, recordOf, type Data } from './data.js';
import type { Print } from './print.js';

/** A value of the catalog, or nothing. */
type Value = Data | boolean | null | undefined;

/** The catalog's settings, as every template sees them. Names are plain in every context; what is data prints itself. */
export interface PackageData {
  readonly title: Value;
  /** Version of the catalog, which is the package's. */
  readonly version: string;
  readonly description: Value;
  /** `package` and `environment` of `catalog.yaml`, defaults filled in. */
  readonly settings: Value;
  /** All files of the catalog as one value, which `diff` reads again. */
  readonly bundle: Value;
}

/** A message, as templates see it. */
export interface MessageData {
  readonly name: string;
  /** Folder below `messages/`; empty for a message that lies in none. */
  readonly domain: Value;
  /** Markdown. */
  readonly description: Value;
  /** `callers`, `workers` or `both`. */
  readonly sentBy: string;
  /** Name of the message that reports the end of its job. */
  readonly outcome: string | undefined;
  /** Names of the messages that are sent while its job runs. */
  readonly emits: readonly string[];
  /** Names of the messages whose jobs end with this one. */
  readonly outcomeOf: readonly string[];
  /** Names of the messages whose jobs send this one while they run. */
  readonly emittedBy: readonly string[];
  /** `attempts`, `backoff`, `retryOn` and `neverOn`. */
  readonly retry: object | undefined;
  /** `since`, `replacedBy` and `reason`. */
  readonly deprecated: object | undefined;
  /** Each with `title` and `payload`. */
  readonly examples: readonly object[];
  /** The payload as JSON Schema 2020-12 that refers to nothing outside of itself. */
  readonly schema: Value;
}

/** A shared type, as templates see it. */
export interface TypeData {
  /** Its file's name without extension. */
  readonly name: string;
  /** Markdown. */
  readonly description: Value;
  /** JSON Schema 2020-12 that refers to nothing outside of itself. */
  readonly schema: Value;
}

/** What templates see of the settings. */
export function packageData({ settings, bundle }: Model, print: Print): PackageData {
  const { title, version, description, environment } = settings;
  // JSON has no undefined: what the catalog leaves out is left out.
  const plain = JSON.parse(JSON.stringify({ package: settings.package, environment })) as JsonObject;
  return {
    title: dataOf(title, print),
    version,
    description: dataOf(description, print),
    settings: dataOf(plain, print),
    get bundle() {
      return dataOf(bundle(), print);
    },
  };
}

/** What templates see of a message. */
export function messageData(message: Message, print: Print): MessageData {
  const { name, domain, description, sentBy, outcome, emits, outcomeOf, emittedBy } = message;
  return {
    name,
    domain: dataOf(domain, print),
    description: dataOf(description, print),
    sentBy,
    outcome,
    emits,
    outcomeOf,
    emittedBy,
    retry: recordOf(message.retry as Json | undefined, ['attempts', 'backoff', 'retryOn', 'neverOn'], print),
    deprecated: recordOf(message.deprecated as Json | undefined, ['since', 'replacedBy', 'reason'], print),
    examples: message.examples.map((example) => dataOf({ ...example }, print) as Data),
    get schema() {
      return dataOf(message.jsonSchema() as Json, print);
    },
  };
}

/** What templates see of a shared type. */
export function typeData({ fileName, notes, jsonSchema }: SharedType, print: Print): TypeData {
  return {
    name: fileName,
    description: dataOf(notes.description, print),
    get schema() {
      return dataOf(jsonSchema() as Json, print);
    },
  };
}
