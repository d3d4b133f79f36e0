import { eachSchema, type Rule } from '../rule.js';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** This dialect, in the spellings that people use, and the schema of this project for a type, which editors read. */
const accepted = /^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$|(?:^|\/)type\.schema\.json$/;

/** Keywords of other dialects mean something else, or nothing. */
export const knownDialect: Rule = {
  id: 'known-dialect',
  sentence: '$schema names JSON Schema 2020-12, where it names anything.',
  check: eachSchema(({ $schema }, report) => {
    if ($schema === undefined || accepted.test($schema)) return;
    const message = `${JSON.stringify($schema)} is another dialect than JSON Schema 2020-12: convert the schema (definitions become $defs, items with a list prefixItems, dependencies dependentRequired or dependentSchemas), and write ${dialect} here, or nothing.`;
    report(['$schema'], message);
  }),
};
