import { isJsonObject, type Json, type Path } from '../json.js';
import { locatorOf } from '../load/locate.js';
import { fileStem, type SourceFile } from '../load/source.js';
import { likelyMessageName, unnamed } from '../names.js';
import { isForgottenPayload } from './forgotten-payload.js';
import { otherDialectValue } from './other-dialects.js';
import { partAtFault, sentenceOf, quoteValue } from './schema-messages.js';
import { didYouMean } from '../text/suggest.js';
import { problemOf, propertyNames, type SchemaError } from './relevant-errors.js';

/** Rules that a file by itself can break, and what they say. */
export const structureRules = {
  structure: 'Every file has the structure of its kind.',
  'known-keyword': 'Every key is one that its place knows.',
} as const;

/** What is wrong with the structure of a file, for people. */
interface StructureProblem {
  readonly rule: keyof typeof structureRules;
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly message: string;
}

/**
 * Puts what does not fit the JSON Schema of a file into plain words, with what to write instead.
 *
 * @param error - The error, verbose.
 * @param file - The file.
 */
export function wordStructureError(error: SchemaError, file: SourceFile): StructureProblem {
  const found = problemOf(error);
  const problem = { path: found.path, part: partAtFault(found), message: sentenceOf(found) };
  if (isForgottenPayload(error)) {
    const message = '"payload" is missing here: add it, and put the JSON Schema of what is sent below it, indented.';
    return { ...problem, rule: 'structure', message };
  }
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']);
    const known = propertyNames(error.parentSchema);
    const hint = keyHint(key, error.data, known);
    return { ...problem, rule: 'known-keyword', message: `${JSON.stringify(key)} is not known here.${hint}` };
  }
  const advice = otherDialectValue(problem.path, error);
  if (advice !== undefined) return { ...problem, rule: 'structure', message: withHint(problem.message, advice) };
  const { pattern } = (error.parentSchema ?? {}) as TextSchema;
  // In quotes, such a number would not fit either.
  const isUnfitNumber = typeof error.data === 'number' && pattern !== undefined && !fits(String(error.data), pattern);
  if (['pattern', 'minLength'].includes(error.keyword) || isUnfitNumber)
    return { ...problem, rule: 'structure', message: misfitText(error, file, problem.path) ?? problem.message };
  return { ...problem, rule: 'structure' };
}

/** A message with another hint than the one that it may end with. */
function withHint(message: string, hint: string): string {
  return message.replace(/ Did you mean "[^"]*"\?$/, '') + hint;
}

/** What belongs in the place of a text that does not fit; `undefined` where the JSON Schema does not say. */
function misfitText(
  { instancePath, data, parentSchema = {} }: SchemaError,
  file: SourceFile,
  path: Path,
): string | undefined {
  const { description, pattern = '', examples = [] } = parentSchema as TextSchema;
  if (description === undefined) return undefined;
  // Of a number, digits are lost where it is read: 1.10 is 1.1 then.
  const isNumber = typeof data === 'number';
  const text = isNumber ? file.text.slice(...locatorOf(file.text)(path, 'value')) : String(data).trim();
  if (text === '') return `There is no text here. Write one: ${description}`;
  // A message has the name of its file; where upper case fits, no name in kebab-case is asked for.
  const names = instancePath === '/name' ? [fileStem(file), text] : [text];
  const likely = [
    text,
    text.toLowerCase(),
    `${text}.0`,
    `${text}.0.0`,
    ...(fits('A', pattern) ? [] : names.map(likelyMessageName)),
  ];
  const meant = likely.find((each) => each !== data && each !== unnamed && fits(each, pattern));
  const hint =
    meant === undefined
      ? examples.map((each) => ` Write it like ${quoteValue(each)}.`).join('')
      : ` Did you mean ${quoteValue(meant)}?`;
  return `${isNumber ? text : quoteValue(data)} does not fit here: ${description}${hint}`;
}

const fits = (text: string, pattern: string): boolean => new RegExp(pattern, 'u').test(text);

/** The JSON Schema of a text. */
interface TextSchema {
  readonly description?: string;
  readonly pattern?: string;
  readonly examples?: readonly string[];
}

/** Inside braces, a comma ends a text that has no quotes: what follows it becomes a key without a value. */
function keyHint(key: string, object: unknown, known: readonly string[]): string {
  const value = isJsonObject(object as Json) ? (object as Readonly<Record<string, Json>>)[key] : undefined;
  const isTextRest = value === null && key.includes(' ');
  if (isTextRest) return ' If it belongs to the text before it, put that text in quotes.';
  return didYouMean(key, known) || ' Remove it, or correct its name.';
}
