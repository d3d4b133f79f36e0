import { allSites } from '../../catalog/schema-site.js';
import { standardFormats } from '../../schema/standard-formats.js';
import { didYouMean } from '../../text/suggest.js';
import type { Finding, LintRule } from '../rule.js';

/** A format that nobody knows is checked by nobody. */
export const standardFormat: LintRule = {
  id: 'standard-format',
  sentence: 'Every `format` is one of JSON Schema 2020-12 or of the OpenAPI format registry.',
  check({ catalog }) {
    return allSites(catalog).flatMap(({ file, path, schema }): Finding[] => {
      if (schema.format === undefined || standardFormats.has(schema.format)) return [];
      const hint = didYouMean(schema.format, [...standardFormats]);
      const message = `${JSON.stringify(schema.format)} is no format that is known, and not checked.${hint}`;
      return [{ file, path: [...path, 'format'], message }];
    });
  },
};
