import { isJsonObject, type Json, type Path } from '../json.js';
import { locatorOf } from '../load/locate.js';
import { fileStem, type SourceFile } from '../load/source.js';
import { likelyMessageName, unnamed } from '../names.js';
import { didYouMean } from '../text/suggest.js';
import { otherDialectValue } from './other-dialects.js';
import type { SchemaError } from './structure-schemas.js';
import { quoteValue, sentenceOf, type SchemaProblem } from './schema-messages.js';

/** Rules that a file by itself can break, and what they say. */
export const structureRules = {
  structure: 'Every file has the structure of its kind.',
  'known-keyword': 'Every key is one that its place knows.',
} as const;

/** Whether an error says that a message has no payload. */
export function isForgottenPayload({ keyword, instancePath, params }: SchemaError): boolean {
  return keyword === 'required' && instancePath === '' && params['missingProperty'] === 'payload';
}

/** Puts what does not fit the JSON Schema of a file, as ajv and as a keyword has it, into plain words, with what to write. */
export function structureMessage(error: SchemaError, found: SchemaProblem, file: SourceFile): string {
  if (error.keyword === 'additionalProperties') return unknownKey(found, error.data);
  if (isForgottenPayload(error))
    return '"payload" is missing here: add it, and put the JSON Schema of what is sent below it, indented.';
  const sentence = sentenceOf(found);
  const advice = otherDialectValue(found);
  if (advice !== undefined) return sentence.replace(/ Did you mean "[^"]*"\?$/, '') + advice;
  const { pattern } = (error.parentSchema ?? {}) as TextSchema;
  // In quotes, such a number would not fit either.
  const isUnfitNumber = typeof error.data === 'number' && pattern !== undefined && !fits(String(error.data), pattern);
  const isUnfit = ['pattern', 'minLength'].includes(error.keyword) || isUnfitNumber;
  return (isUnfit ? misfitText(error, file, found.path) : undefined) ?? sentence;
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

function unknownKey({ path, limit }: SchemaProblem, object: unknown): string {
  const key = String(path.at(-1));
  const value = isJsonObject(object as Json) ? (object as Readonly<Record<string, Json>>)[key] : undefined;
  // Inside braces, a comma ends a text that has no quotes: what follows it becomes a key without a value.
  const isTextRest = value === null && key.includes(' ');
  const hint = isTextRest
    ? ' If it belongs to the text before it, put that text in quotes.'
    : didYouMean(key, limit as readonly string[]) || ' Remove it, or correct its name.';
  return `${JSON.stringify(key)} is not known here.${hint}`;
}
