import type { JsonSchema } from '../schema/json-schema.js';
import { codeSpan } from '../text/code-span.js';

/** What holds where no few words say it. */
const somewhere = 'under a condition that is checked at run time';

/**
 * Says when a branch of a condition applies, such as ``where `kind` is `"a"` ``.
 *
 * @param word - `where` for `then`, and `unless` for `else`.
 * @param isRequired - Whether a property is there in any case.
 */
export function branchPhrase(
  word: 'where' | 'unless',
  condition: JsonSchema,
  isRequired: (name: string) => boolean,
): string {
  const asked = questionsOf(condition, isRequired);
  return asked === undefined ? somewhere : `${word} ${asked}`;
}

/** Says that a property is there, on which something depends. */
export const withPhrase = (name: string): string => `with ${codeSpan(name)}`;

/** A phrase under another one. */
export function joinPhrases(outer: string, inner: string): string {
  return outer === '' || outer === inner ? inner : `${outer}, ${inner}`;
}

/** What a condition asks; `undefined` where it asks more than a few words say, or nothing. */
function questionsOf(condition: JsonSchema, isRequired: (name: string) => boolean): string | undefined {
  if (typeof condition === 'boolean') return undefined;
  const { properties = {}, required = [], type, ...others } = condition;
  if (Object.keys(others).length > 0 || (type !== undefined && type !== 'object')) return undefined;
  const questions = Object.entries(properties).map(([name, schema]) =>
    valueQuestion(name, schema, required.includes(name) || isRequired(name)),
  );
  const unlisted = required.filter((name) => !Object.hasOwn(properties, name));
  const all = [...questions, ...unlisted.map((name) => `${codeSpan(name)} is present`)];
  return all.length === 0 || all.includes(undefined) ? undefined : all.join(' and ');
}

function valueQuestion(name: string, schema: JsonSchema, isPresent: boolean): string | undefined {
  if (typeof schema === 'boolean') return undefined;
  const { const: only, enum: values = only === undefined ? undefined : [only], type: _, ...others } = schema;
  if (values === undefined || Object.keys(others).length > 0) return undefined;
  const list = values.map((value) => codeSpan(JSON.stringify(value))).join(' or ');
  // `properties` says nothing of a property that is absent.
  return `${codeSpan(name)} is ${list}${isPresent ? '' : ', or absent'}`;
}
