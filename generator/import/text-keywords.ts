import { isJsonArray, isJsonObject } from '../json.js';
import type { DraftSchema, Rewrite } from './rewrite.js';

/** Keywords of vendors that describe the values of an enum: a list in the order of the values, or texts by value. */
const valueTexts = 'x-enum-descriptions x-enumDescriptions enumDescriptions markdownEnumDescriptions meta:enum'.split(
  ' ',
);

// One of these keywords counts.
const describeValues: Rewrite = (texts, schema) => {
  for (const name of valueTexts) delete schema[name];
  const values = isJsonArray(schema['enum']) ? schema['enum'] : [];
  const lines = values.flatMap((value, index) => {
    const text = isJsonArray(texts) ? texts[index] : isJsonObject(texts) ? texts[String(value)] : undefined;
    if (typeof text !== 'string' || text.trim() === '') return [];
    return [`- \`${String(value)}\`: ${text.replaceAll(/\s+/g, ' ')}`];
  });
  return lines.length === 0 ? undefined : addText(schema, lines.join('\n'));
};

/** What keywords of vendors that hold texts for people become. */
export const textRewrites: Readonly<Record<string, Rewrite>> = {
  markdownDescription(value, schema) {
    // What is said in Markdown is said better than beside it without.
    if (typeof value === 'string') schema['description'] = value;
    return undefined;
  },
  // Files of Windows have line ends of their own, which YAML would have to escape.
  description: (value) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value),
  deprecationMessage(value, schema) {
    if (typeof value !== 'string') return undefined;
    schema['deprecated'] = true;
    return addText(schema, value);
  },
  externalDocs(value, schema) {
    if (!isJsonObject(value) || typeof value['url'] !== 'string') return undefined;
    const { url, description = url } = value;
    return addText(schema, `See [${String(description)}](${url}).`);
  },
  ...Object.fromEntries(valueTexts.map((name) => [name, describeValues])),
};

function addText(schema: DraftSchema, text: string): undefined {
  const { description } = schema;
  schema['description'] = typeof description === 'string' && description !== '' ? `${description}\n\n${text}` : text;
}
