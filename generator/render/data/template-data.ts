import { asJson, type Json } from '../../json.js';
import type { Message, Model, SharedType } from '../../model/model.js';
import { dataOf, recordOf } from './data.js';
import type { Print } from './print.js';

/** What templates see of the settings. The version is plain in every context; what is data prints itself. */
export function packageData({ settings, bundle }: Model, print: Print) {
  const { title, version, description, environment } = settings;
  return {
    title: dataOf(title, print),
    /** Version of the catalog, which is the package's. */
    version,
    description: dataOf(description, print),
    /** `package` and `environment` of `catalog.yaml`, defaults filled in. */
    settings: dataOf(asJson({ package: settings.package, environment }), print),
    /** All files of the catalog as one value, which `diff` reads again. */
    get bundle() {
      return dataOf(bundle(), print);
    },
  };
}

/** What templates see of a message. */
export function messageData(message: Message, print: Print) {
  const { name, domain, description, sentBy, outcome, emits, outcomeOf, emittedBy } = message;
  return {
    name,
    /** Folder below `messages/`; empty for a message that lies in none. */
    domain: dataOf(domain, print),
    /** Markdown. */
    description: dataOf(description, print),
    /** `callers`, `workers` or `both`. */
    sentBy,
    /** Name of the message that reports the end of its job. */
    outcome,
    /** Names of the messages that are sent while its job runs. */
    emits,
    /** Names of the messages whose jobs end with this one. */
    outcomeOf,
    /** Names of the messages whose jobs send this one while they run. */
    emittedBy,
    retry: recordOf(message.retry as Json | undefined, ['attempts', 'backoff', 'retryOn', 'neverOn'], print),
    deprecated: recordOf(message.deprecated as Json | undefined, ['since', 'replacedBy', 'reason', 'removal'], print),
    /** Each with `title` and `payload`. */
    examples: message.examples.map((example) => dataOf({ ...example }, print)),
    /** The payload as JSON Schema 2020-12 that refers to nothing outside of itself. */
    get schema() {
      return dataOf(message.jsonSchema() as Json, print);
    },
  };
}

/** What templates see of a shared type. */
export function typeData({ fileName, notes, jsonSchema }: SharedType, print: Print) {
  return {
    /** Its file's name without extension. */
    name: fileName,
    /** Markdown. */
    description: dataOf(notes.description, print),
    /** JSON Schema 2020-12 that refers to nothing outside of itself. */
    get schema() {
      return dataOf(jsonSchema() as Json, print);
    },
  };
}
