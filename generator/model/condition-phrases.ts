import type { JsonSchema } from '../schema/json-schema.js';
import { codeSpan } from '../text/code-span.js';

/** What holds where no few words say it. */
const somewhere = 'under a condition that is checked at run time';

/** One thing that a condition asks, and its opposite. */
interface Question {
  readonly yes: string;
  readonly no: string;
}

/**
 * Says when `then` applies, such as ``where `kind` is `"a"` ``.
 *
 * @param condition - The schema under `if`.
 * @param isRequired - Tells whether a property is there in any case.
 */
export function thenPhrase(condition: JsonSchema, isRequired: (name: string) => boolean): string {
  const questions = questionsOf(condition, isRequired);
  return questions === undefined ? somewhere : `where ${questions.map(({ yes }) => yes).join(' and ')}`;
}

/** Says when `else` applies; see {@link thenPhrase}. */
export function elsePhrase(condition: JsonSchema, isRequired: (name: string) => boolean): string {
  const [only, ...others] = questionsOf(condition, isRequired) ?? [];
  if (only === undefined) return somewhere;
  return others.length === 0 ? `where ${only.no}` : `unless ${[only, ...others].map(({ yes }) => yes).join(' and ')}`;
}

/** Says that a property is there, on which something depends. */
export const withPhrase = (name: string): string => `with ${codeSpan(name)}`;

/** A phrase under another one. */
export function joinPhrases(outer: string, inner: string): string {
  return outer === '' || outer === inner ? inner : `${outer}, ${inner}`;
}

/** What a condition asks; `undefined` where it asks more than a few words say, or nothing. */
function questionsOf(condition: JsonSchema, isRequired: (name: string) => boolean): readonly Question[] | undefined {
  if (typeof condition === 'boolean') return undefined;
  const { properties = {}, required = [], type, ...others } = condition;
  if (Object.keys(others).length > 0 || (type !== undefined && type !== 'object')) return undefined;
  const questions = Object.entries(properties).map(([name, schema]) =>
    valueQuestion(name, schema, required.includes(name) || isRequired(name)),
  );
  const present = required.filter((name) => !Object.hasOwn(properties, name)).map(presenceQuestion);
  const all = [...questions, ...present].filter((question) => question !== undefined);
  return all.length === 0 || all.length < questions.length + present.length ? undefined : all;
}

function presenceQuestion(name: string): Question {
  return { yes: `${codeSpan(name)} is present`, no: `${codeSpan(name)} is absent` };
}

function valueQuestion(name: string, schema: JsonSchema, isPresent: boolean): Question | undefined {
  if (typeof schema === 'boolean') return undefined;
  const { const: only, enum: values = only === undefined ? undefined : [only], type: _, ...others } = schema;
  if (values === undefined || Object.keys(others).length > 0) return undefined;
  const list = values.map((value) => codeSpan(JSON.stringify(value)));
  const is = list.join(' or ');
  const isNot = list.length > 1 ? `none of ${list.join(', ')}` : `not ${is}`;
  // `properties` says nothing of a property that is absent.
  return isPresent
    ? { yes: `${codeSpan(name)} is ${is}`, no: `${codeSpan(name)} is ${isNot}` }
    : { yes: `${codeSpan(name)} is ${is}, or absent`, no: `${codeSpan(name)} is present and ${isNot}` };
}
