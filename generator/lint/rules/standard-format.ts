import { standardFormats } from '../../schema/formats.js';
import { didYouMean } from '../../text/suggest.js';
import { eachSchema } from '../../validate/rule.js';
import type { LintRule } from '../rule.js';

/** A format that nobody knows is checked by nobody. */
export const standardFormat: LintRule = {
  id: 'standard-format',
  sentence: 'Every `format` is one of JSON Schema 2020-12 or of the OpenAPI format registry.',
  check: eachSchema(({ format }, report) => {
    if (format === undefined || standardFormats.has(format)) return;
    const hint = didYouMean(format, [...standardFormats]);
    report(['format'], `${JSON.stringify(format)} is no format that is known, and not checked.${hint}`);
  }),
};
