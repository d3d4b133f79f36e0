import type { Json } from '../../load/source.js';
import type { SchemaObject } from '../../schema/json-schema.js';
import { hasFormat } from '../../validate/formats.js';
import type { Finding, LintRule } from '../rule.js';

/** Ends of names that stand for a point in time. */
const timeNames =
  /(?:^| )(?:timestamp|date|date ?time)$|[^ ]+ at$|ed on$|(?:start|end|begin|finish|creation|modification|update|expiry|expiration|due|event) time$/;

/** Formats of a point in time, the usual one first. */
const timeFormats = ['date-time', 'date'] as const;

/** Without a format, every caller writes time its own way. */
export const timestampFormat: LintRule = {
  id: 'timestamp-format',
  sentence: 'Every text field whose name looks like a point in time has a `format`.',
  fix: '`format: date-time` or `format: date`, where the catalog gives values of the field and all of them are such',
  check({ fields, valuesOf }) {
    return fields.flatMap(({ file, path, name, words, schema }): Finding[] => {
      if (typeof schema === 'boolean' || !isFreeText(schema) || !timeNames.test(words)) return [];
      const format = formatOf(valuesOf(schema));
      const wanted = format ?? 'date-time';
      return [
        {
          file,
          path,
          part: 'key',
          message: `${JSON.stringify(name)} looks like a point in time: add format: ${wanted}, or the format that it has.`,
          ...(format && { fix: { file, path, keyword: 'format', value: format } }),
        },
      ];
    });
  },
};

function isFreeText(schema: SchemaObject): boolean {
  const types = [schema.type ?? []].flat();
  const isText = types.includes('string') && types.every((type) => type === 'string' || type === 'null');
  const says = [schema.format, schema.pattern, schema.enum, schema.const, schema['x-known-values']];
  return isText && says.every((value) => value === undefined);
}

/** The format that all values of a field have; nothing where there are none, or they differ. */
function formatOf(values: readonly Json[]): (typeof timeFormats)[number] | undefined {
  const texts = values.filter((value) => value !== null);
  if (texts.length === 0) return undefined;
  return timeFormats.find((format) => texts.every((text) => typeof text === 'string' && hasFormat(format, text)));
}
