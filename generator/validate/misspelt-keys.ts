import { propertyNames } from './schema-words.js';
import { nearest } from '../text/suggest.js';
import type { SchemaError } from './telling-errors.js';

/**
 * Leaves out what is missing only because its key is misspelt: the misspelt key is told, with what was meant.
 *
 * @param errors - Of one value.
 */
export function withoutMisspelt(errors: readonly SchemaError[]): readonly SchemaError[] {
  const meant = new Set<string>();
  for (const { keyword, instancePath, params, parentSchema, data } of errors) {
    if (keyword !== 'additionalProperties') continue;
    const known = propertyNames(parentSchema);
    const name = nearest(String(params['additionalProperty']), known);
    if (name !== undefined && !Object.hasOwn(data as object, name)) meant.add(`${instancePath}/${name}`);
  }
  return errors.filter(
    ({ keyword, instancePath, params }) =>
      keyword !== 'required' || !meant.has(`${instancePath}/${String(params['missingProperty'])}`),
  );
}
