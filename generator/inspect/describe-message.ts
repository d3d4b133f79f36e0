import type { Message, Model } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { TypeDescriber } from './describe-type.js';

/** A message in a line or two, as `list --json` prints it. */
export type MessageSummary = ReturnType<typeof summarize>;

/** The whole of a message, as `show --json` prints it. */
export type MessageDescription = ReturnType<typeof describeMessage>;

/** Sums a message up. */
export function summarize(message: Message) {
  const { name, domain, source, method, constant, emits, sentBy } = message;
  const { outcome = null, deprecated = null, examples } = message;
  const exampleCount = examples.length;
  return { name, domain, source, method, constant, outcome, emits, sentBy, deprecated, exampleCount };
}

/** Describes the whole of one of the messages of a model. */
export function describeMessage(message: Message, model: Model) {
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
