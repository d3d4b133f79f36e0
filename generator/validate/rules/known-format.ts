import { allSites } from '../../catalog/schema-site.js';
import { didYouMean } from '../../text/suggest.js';
import { knownFormats } from '../../schema/formats.js';
import type { Rule } from '../rule.js';

/** A misspelt format is checked by nobody. */
export const knownFormat: Rule = {
  id: 'known-format',
  sentence: 'No format is a misspelling of one that is checked.',
  check(catalog, report) {
    for (const { file, path, schema } of allSites(catalog)) {
      if (typeof schema === 'boolean' || schema.format === undefined || knownFormats.has(schema.format)) continue;
      const hint = didYouMean(schema.format, [...knownFormats]);
      if (hint === '') continue;
      report(file, [...path, 'format'], `${JSON.stringify(schema.format)} is no format that is checked.${hint}`);
    }
  },
};
