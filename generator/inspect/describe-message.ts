import type { Message, Model } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import type { Deprecation, MessageExample, RetryPolicy, Sender } from '../catalog/catalog.js';
import { TypeDescriber, type ValueDescription } from './describe-type.js';

/** A message in a line or two, as `list --json` prints it. */
export interface MessageSummary {
  readonly name: string;
  /** Folder below `messages/`; empty for a message that lies in none. */
  readonly domain: string;
  /** Path of the file inside the catalog. */
  readonly source: string;
  /** Name of the client's method. */
  readonly method: string;
  /** Key in `MessageTypes`. */
  readonly constant: string;
  /** The message that reports the end of the job. */
  readonly outcome: string | null;
  /** Messages that are sent while the job runs. */
  readonly emits: readonly string[];
  /** Who writes it. */
  readonly sentBy: Sender;
  readonly deprecated: Deprecation | null;
  /** How many examples it has. */
  readonly exampleCount: number;
}

/** The whole of a message, as `show --json` prints it. */
export interface MessageDescription extends MessageSummary {
  /** Markdown. */
  readonly description: string;
  /** Messages whose jobs end with this one. */
  readonly outcomeOf: readonly string[];
  /** Messages whose jobs send this one on their way. */
  readonly emittedBy: readonly string[];
  readonly retry: RetryPolicy | null;
  readonly payload: ValueDescription;
  readonly examples: readonly MessageExample[];
}

/** Sums a message up. */
export function summarize(message: Message): MessageSummary {
  const { name, domain, source, method, constant, emits, sentBy } = message;
  const { outcome = null, deprecated = null, examples } = message;
  const exampleCount = examples.length;
  return { name, domain, source, method, constant, outcome, emits, sentBy, deprecated, exampleCount };
}

/** Describes the whole of one of the messages of a model. */
export function describeMessage(message: Message, model: Model): MessageDescription {
  const { description, outcomeOf, emittedBy, retry = null, examples, payload } = message;
  const describer = new TypeDescriber(namedTypes(model));
  return {
    ...summarize(message),
    description,
    outcomeOf,
    emittedBy,
    retry,
    payload: describer.describe({ kind: 'reference', name: payload.name }, payload.notes),
    examples,
  };
}
