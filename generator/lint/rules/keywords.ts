import { matchingCost } from '../../schema/matching-cost.js';
import { standardFormats } from '../../schema/formats.js';
import { didYouMean } from '../../text/suggest.js';
import { eachSchema } from '../../validate/rule.js';
import { otherDialectKeyword, unknownKeywords } from '../../validate/other-dialects.js';
import { unlistedNames } from '../../validate/unlisted-names.js';
import type { LintRule } from '../rule.js';

/** Rules on the keywords of a schema. */
export const keywordRules: readonly LintRule[] = [
  {
    id: 'standard-keyword',
    // What such a keyword says holds nowhere.
    sentence: 'Every keyword of a schema is one of JSON Schema 2020-12, or its name begins with `x-`.',
    check: eachSchema((schema, report) => {
      const unknown = unknownKeywords(schema).filter((name) => !name.startsWith('x-'));
      if (schema.definitions !== undefined) unknown.push('definitions');
      for (const name of unknown) {
        const advice = otherDialectKeyword(name, schema) ?? 'Remove it, or let its name begin with x-.';
        const effect = name === 'definitions' ? 'is an old name' : 'is no keyword of JSON Schema 2020-12, and ignored';
        report([name], `${JSON.stringify(name)} ${effect}. ${advice}`, 'key');
      }
    }),
  },
  {
    id: 'standard-format',
    // A format that nobody knows is checked by nobody.
    sentence: 'Every `format` is one of JSON Schema 2020-12 or of the OpenAPI format registry.',
    check: eachSchema(({ format }, report) => {
      if (format === undefined || standardFormats.has(format)) return;
      const hint = didYouMean(format, [...standardFormats]);
      report(['format'], `${JSON.stringify(format)} is no format that is known, and not checked.${hint}`);
    }),
  },
  {
    id: 'listed-required',
    // A required property that nothing describes is of any type, or a slip.
    sentence:
      'Every name in `required` is a property that some schema of its object lists, unless one of them invites others with `additionalProperties`, `patternProperties` or `propertyNames`.',
    check({ catalog }, report) {
      for (const { file, path, name, isInvited } of unlistedNames(catalog)) {
        const message = `There is no property ${JSON.stringify(name)}: add it to properties, or remove it here.`;
        if (!isInvited) report({ file, path }, message);
      }
    },
  },
  {
    id: 'limited-text',
    // A long text could keep a service busy for minutes.
    sentence: 'Beside a `pattern` whose cost grows faster than the text stands `maxLength`.',
    check: eachSchema(({ pattern, maxLength }, report) => {
      if (pattern === undefined || maxLength !== undefined || matchingCost(pattern) !== 'polynomial') return;
      const message =
        'The time of this pattern grows faster than the text, so that a long one takes minutes: add maxLength, or let no two parts that repeat match the same.';
      report(['pattern'], message);
    }),
  },
];
