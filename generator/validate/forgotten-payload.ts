import { keywords } from '../schema/keywords.js';
import type { SchemaError } from './relevant-errors.js';

const keywordNames: ReadonlySet<unknown> = new Set(keywords.map(({ name }) => name));

/**
 * Leaves of the errors of a message without `payload`, whose keywords of a schema stand beside its name instead, the one that
 * says so.
 */
export function withoutUnindented(errors: readonly SchemaError[]): readonly SchemaError[] {
  const forgotten = errors.find(isForgottenPayload);
  return forgotten !== undefined && errors.some(isUnindented) ? [forgotten] : errors;
}

/** Whether an error says that a message has no payload. */
export function isForgottenPayload({ keyword, instancePath, params }: SchemaError): boolean {
  return keyword === 'required' && instancePath === '' && params['missingProperty'] === 'payload';
}

function isUnindented({ keyword, instancePath, params }: SchemaError): boolean {
  return keyword === 'additionalProperties' && instancePath === '' && keywordNames.has(params['additionalProperty']);
}
