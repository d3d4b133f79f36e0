import { isJsonArray, isJsonObject, type Json } from '../json.js';
import type { DraftSchema } from './source-document.js';

/** Keywords of vendors that describe the values of an enum: a list in the order of the values, or texts by value. */
const valueTexts = [
  'x-enum-descriptions',
  'x-enumDescriptions',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'meta:enum',
];

/** Keywords of vendors that hold texts for people, which are carried over into descriptions. */
export const textKeywords: ReadonlySet<string> = new Set([
  ...valueTexts,
  'markdownDescription',
  'deprecationMessage',
  'externalDocs',
]);

/** What vendors say in Markdown is said better than what they say beside it without. */
export function markdownOf(schema: DraftSchema): void {
  const { markdownDescription, deprecationMessage, externalDocs } = schema;
  if (typeof markdownDescription === 'string') schema['description'] = markdownDescription;
  // Files of Windows have line ends of their own, which YAML would have to escape.
  if (typeof schema['description'] === 'string') schema['description'] = schema['description'].replaceAll('\r\n', '\n');
  if (typeof deprecationMessage === 'string') {
    schema['deprecated'] = true;
    addText(schema, deprecationMessage);
  }
  if (!isJsonObject(externalDocs) || typeof externalDocs['url'] !== 'string') return;
  const { url, description = url } = externalDocs;
  addText(schema, `See [${String(description)}](${url}).`);
}

/** Adds what each value of an enum means to the description. */
export function describeValues(schema: DraftSchema): void {
  const { enum: values } = schema;
  const keyword = valueTexts.find((name) => schema[name] !== undefined);
  if (keyword === undefined) return;
  const texts = schema[keyword];
  for (const name of valueTexts) delete schema[name];
  const textOf = (value: Json, index: number): Json | undefined =>
    isJsonArray(texts) ? texts[index] : isJsonObject(texts) ? texts[String(value)] : undefined;
  const lines = (isJsonArray(values) ? values : []).flatMap((value, index) => {
    const text = textOf(value, index);
    return typeof text === 'string' && text.trim() !== ''
      ? [`- \`${String(value)}\`: ${text.replaceAll(/\s+/g, ' ')}`]
      : [];
  });
  if (lines.length > 0) addText(schema, lines.join('\n'));
}

function addText(schema: DraftSchema, text: string): void {
  const { description } = schema;
  schema['description'] = typeof description === 'string' && description !== '' ? `${description}\n\n${text}` : text;
}
