import { keywords } from '../schema/keywords.js';
import type { SchemaError } from './relevant-errors.js';

const keywordNames: ReadonlySet<unknown> = new Set(keywords.map(({ name }) => name));

/** Keys that both messages and schemas have, with other values. */
const shared = /^\/(?:examples|deprecated)(?:\/|$)/;

/**
 * Leaves of the errors of a message without `payload`, whose keywords of a schema stand beside its name instead, the one that
 * says so.
 */
export function withoutUnindented(errors: readonly SchemaError[]): readonly SchemaError[] {
  if (!errors.some(isForgottenPayload)) return errors;
  const rest = errors.filter((error) => !isUnindented(error));
  return rest.length === errors.length ? errors : rest.filter(({ instancePath }) => !shared.test(instancePath));
}

/** Whether an error says that a message has no payload. */
export function isForgottenPayload({ keyword, instancePath, params }: SchemaError): boolean {
  return keyword === 'required' && instancePath === '' && params['missingProperty'] === 'payload';
}

function isUnindented({ keyword, instancePath, params }: SchemaError): boolean {
  return keyword === 'additionalProperties' && instancePath === '' && keywordNames.has(params['additionalProperty']);
}
