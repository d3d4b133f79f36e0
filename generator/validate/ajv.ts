import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { Json } from '../load/source.js';
import { matcher } from './matcher.js';

/**
 * A validator for JSON Schema 2020-12 that holds up against hostile catalogs: inherited properties are no properties,
 * `uniqueItems` takes time by the number of items and not by its square, and no regular expression runs for long.
 *
 * @returns It reports all errors, each with the value and the schema that it is about.
 */
export function createAjv(): Ajv2020 {
  const regExp = Object.assign((pattern: string) => matcher(pattern), { code: 'matcher' });
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    ownProperties: true,
    strict: false,
    // It would write text of the catalog to the terminal.
    logger: false,
    validateSchema: false,
    code: { regExp },
  });
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', validate: areUnique, errors: true });
  return ajv;
}

/** A text that two JSON values share if they are equal, whatever the order of their keys. */
export function canonicalText(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

interface ItemCheck {
  (isWanted: boolean, items: readonly Json[]): boolean;
  errors?: Partial<ErrorObject>[];
}

const areUnique: ItemCheck = (isWanted, items) => {
  if (!isWanted) return true;
  const seen = new Map<string, number>();
  const errors: Partial<ErrorObject>[] = [];
  for (const [index, item] of items.entries()) {
    const text = canonicalText(item);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, index);
    else errors.push({ keyword: 'uniqueItems', message: 'repeats an item', params: { first, index } });
  }
  areUnique.errors = errors;
  return errors.length === 0;
};
