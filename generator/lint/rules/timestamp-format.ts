import type { Json } from '../../json.js';
import { hasFormat } from '../../schema/formats.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import type { References, SchemaSite } from '../../schema/references.js';
import type { LintRule } from '../rule.js';

/** Ends of names that stand for a point in time. */
const timeNames =
  /(?:^| )(?:timestamp|date|date ?time)$|[^ ]+ at$|(?<!(?:^| )(?:bas|depend|focus|host|mount|sort))ed on$|(?:start|end|begin|finish|creation|modification|update|expiry|expiration|due|event) time$/;

/** Formats of a point in time, the usual one first. */
const timeFormats = ['date-time', 'date'] as const;

const limits = ['format', 'pattern', 'enum', 'const', 'x-known-values'] as const;

/** Without a format, every caller writes time its own way. */
export const timestampFormat: LintRule = {
  id: 'timestamp-format',
  sentence: 'Every text field whose name looks like a point in time has a `format`.',
  fix: '`format: date-time` or `format: date`, where the catalog gives values of the field and all of them are such',
  check({ catalog, fields, valuesOf }, report) {
    for (const field of fields) {
      const { file, path, name, words, schema } = field;
      if (!timeNames.test(words) || !isFreeText(field, catalog.references)) continue;
      const format = isText(schema) ? formatOf(valuesOf(schema)) : undefined;
      const message = `${JSON.stringify(name)} looks like a point in time: add format: ${format ?? 'date-time'}, or the format that it has.`;
      report({ file, path }, message, { part: 'key', fix: format && { keyword: 'format', value: format } });
    }
  },
};

/** Whether a value is a text, or null, of any content, by what the schema, those it refers to and its alternatives say. */
function isFreeText(site: SchemaSite, references: References, seen = new Set()): boolean {
  const { schema } = site;
  // What was met before says nothing new.
  if (seen.has(schema)) return true;
  seen.add(schema);
  if (typeof schema === 'boolean' || limits.some((name) => schema[name] !== undefined)) return false;
  const target = references.targetOf(site);
  if (target !== undefined) return isFreeText(target, references, seen);
  const alternatives = (schema.anyOf ?? schema.oneOf ?? []).filter((each) => !isNull(each));
  if (alternatives.length > 0)
    return alternatives.every((each) => isFreeText({ ...site, schema: each }, references, seen));
  return isText(schema);
}

function isText(schema: JsonSchema): boolean {
  const types = typeof schema === 'boolean' ? [] : [schema.type ?? []].flat();
  return types.includes('string') && types.every((type) => type === 'string' || type === 'null');
}

const isNull = (schema: JsonSchema): boolean =>
  typeof schema === 'object' && (schema.type === 'null' || schema.const === null);

/** The format that all values of a field have; nothing where there are none, or they differ. */
function formatOf(values: readonly Json[]): (typeof timeFormats)[number] | undefined {
  const texts = values.filter((value) => value !== null);
  if (texts.length === 0) return undefined;
  return timeFormats.find((format) => texts.every((text) => typeof text === 'string' && hasFormat(format, text)));
}
