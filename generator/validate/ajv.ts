import { createRequire } from 'node:module';
import type { Ajv2020, CodeKeywordDefinition, ErrorObject } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Json } from '../json.js';
import { canonicalText } from '../schema/canonical-text.js';
import { matcher } from './matcher.js';
import { isMultiple } from './multiples.js';

type Library = typeof import('ajv/dist/2020.js');

/**
 * A validator for JSON Schema 2020-12 that holds up against hostile catalogs: inherited properties are no properties,
 * `uniqueItems` takes time by the number of items and not by its square, and no regular expression runs for long.
 * `multipleOf` goes by decimals, as in emitted validators.
 * The library is loaded here and nowhere else: most runs need none of it.
 *
 * @returns It reports all errors, each with the value and the schema that it is about.
 */
export function createAjv(): Ajv2020 {
  const regExp = Object.assign((pattern: string) => matcher(pattern), { code: 'matcher' });
  const library = createRequire(import.meta.url)('ajv/dist/2020.js') as Library;
  const ajv = new library.Ajv2020({
    formats: fullFormats,
    allErrors: true,
    verbose: true,
    ownProperties: true,
    strict: false,
    // It would write text of the catalog to the terminal.
    logger: false,
    validateSchema: false,
    code: { regExp, process: withoutCopies },
  });
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', validate: areUnique, errors: true });
  ajv.removeKeyword('multipleOf');
  ajv.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    validate: (step: number, value: number) => isMultiple(value, step),
  });
  setUpEvaluated(ajv, library);
  return ajv;
}

/**
 * ajv 8 declares inside a branch what that branch evaluates, and uses it outside, where it is not defined if the branch did
 * not apply. Of the keywords that do so, these do not allow for that: one throws, the other accepts every item.
 */
function setUpEvaluated(ajv: Ajv2020, { _, Name }: Library): void {
  for (const keyword of ['patternProperties', 'unevaluatedItems']) {
    const definition = ajv.getKeyword(keyword) as CodeKeywordDefinition;
    const { code } = definition;
    definition.code = (context) => {
      const { gen, it } = context;
      if (it.props instanceof Name) gen.assign(it.props, _`${it.props} || {}`);
      if (it.items instanceof Name) gen.assign(it.items, _`${it.items} || 0`);
      code(context);
    };
  }
}

/** ajv copies all errors so far for each further part that has some, which takes time by the square of their number. */
function withoutCopies(code: string): string {
  return code.replaceAll(
    /vErrors\.concat\(([\w.]+\.errors)\)/g,
    '$1.reduce((all, each) => (all.push(each), all), vErrors)',
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
