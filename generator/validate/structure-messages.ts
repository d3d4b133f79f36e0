import { isJsonObject } from '../json.js';
import { locatorOf } from '../load/locate.js';
import { fileStem, type SourceFile } from '../load/source.js';
import { likelyMessageName, unnamed } from '../names.js';
import { pointerText } from '../schema/pointer.js';
import { didYouMean } from '../text/suggest.js';
import { otherDialectValue } from './other-dialects.js';
import type { StructureProblem } from './structure-schemas.js';
import { quoteValue, sentenceOf, type SchemaProblem } from './schema-messages.js';

/** Whether a problem is that a message has no payload. */
export function isForgottenPayload({ keyword, path, limit }: SchemaProblem): boolean {
  return keyword === 'required' && path.length === 0 && limit === 'payload';
}

/** Puts what does not fit the JSON Schema of a file into plain words, with what to write. */
export function structureMessage(problem: StructureProblem, file: SourceFile): string {
  const { keyword, value, schema } = problem;
  if (keyword === 'additionalProperties') return unknownKey(problem);
  if (isForgottenPayload(problem))
    return '"payload" is missing here: add it, and put the JSON Schema of what is sent below it, indented.';
  const sentence = sentenceOf(problem);
  const advice = otherDialectValue(problem);
  if (advice !== undefined) return sentence.replace(/ Did you mean "[^"]*"\?$/, '') + advice;
  // In quotes, such a number would not fit either.
  const isUnfitNumber = typeof value === 'number' && !fits(String(value), schema.pattern ?? '');
  const isUnfit = ['pattern', 'minLength'].includes(keyword) || isUnfitNumber;
  return (isUnfit ? misfitText(problem, file) : undefined) ?? sentence;
}

/** What belongs in the place of a text that does not fit; `undefined` where the JSON Schema does not say. */
function misfitText({ path, value, schema }: StructureProblem, file: SourceFile): string | undefined {
  const { description, pattern = '', examples = [] } = schema;
  if (description === undefined) return undefined;
  // Of a number, digits are lost where it is read: 1.10 is 1.1 then.
  const isNumber = typeof value === 'number';
  const text = isNumber ? file.text.slice(...locatorOf(file.text)(path, 'value')) : String(value).trim();
  if (text === '') return `There is no text here. Write one: ${description}`;
  // A message has the name of its file; where upper case fits, no name in kebab-case is asked for.
  const names = pointerText(path) === '/name' ? [fileStem(file), text] : [text];
  const likely = [
    text,
    text.toLowerCase(),
    `${text}.0`,
    `${text}.0.0`,
    ...(fits('A', pattern) ? [] : names.map(likelyMessageName)),
  ];
  const meant = likely.find((each) => each !== value && each !== unnamed && fits(each, pattern));
  const hint =
    meant === undefined
      ? examples.map((each) => ` Write it like ${quoteValue(each)}.`).join('')
      : ` Did you mean ${quoteValue(meant)}?`;
  return `${isNumber ? text : quoteValue(value)} does not fit here: ${description}${hint}`;
}

const fits = (text: string, pattern: string): boolean => new RegExp(pattern, 'u').test(text);

function unknownKey({ path, value: owner, limit }: SchemaProblem): string {
  const key = String(path.at(-1));
  const value = isJsonObject(owner) ? owner[key] : undefined;
  // Inside braces, a comma ends a text that has no quotes: what follows it becomes a key without a value.
  const isTextRest = value === null && key.includes(' ');
  const hint = isTextRest
    ? ' If it belongs to the text before it, put that text in quotes.'
    : didYouMean(key, limit as readonly string[]) || ' Remove it, or correct its name.';
  return `${JSON.stringify(key)} is not known here.${hint}`;
}
