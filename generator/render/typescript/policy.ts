import { asJson } from '../../json.js';
import type { Message } from '../../model/model.js';
import { milliseconds } from '../duration.js';
import type { Code } from '../rendered.js';
import { valueExpression } from './literals.js';

/** What the catalog says of a message besides its payload, as an object literal `indent` columns in; durations are milliseconds. */
export function policyExpression(message: Message, indent: number): Code {
  const { domain, sentBy, outcome, emits, retry, deprecated, postsOutcome } = message;
  const policy = {
    domain,
    sentBy,
    outcome,
    emits: emits.length === 0 ? undefined : emits,
    retry: retry && {
      ...retry,
      backoff: retry.backoff && { ...retry.backoff, delay: milliseconds(retry.backoff.delay) },
    },
    webhook: postsOutcome ? true : undefined,
    deprecated,
  };
  return valueExpression(asJson(policy), indent);
}
