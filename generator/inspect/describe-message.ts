import type { Message, Model } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import type { Deprecation, RetryPolicy } from '../catalog/catalog.js';
import { TypeDescriber, type ValueDescription } from './describe-type.js';

/** A message in a line or two, as `list --json` prints it. */
export interface MessageSummary extends Pick<
  Message,
  'name' | 'domain' | 'source' | 'method' | 'constant' | 'emits' | 'sentBy'
> {
  readonly outcome: string | null;
  readonly deprecated: Deprecation | null;
  readonly exampleCount: number;
}

/** The whole of a message, as `show --json` prints it. */
export interface MessageDescription
  extends MessageSummary, Pick<Message, 'description' | 'outcomeOf' | 'emittedBy' | 'examples'> {
  readonly retry: RetryPolicy | null;
  readonly payload: ValueDescription;
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
