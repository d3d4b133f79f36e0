import type { Path } from '../../json.js';
import { matchingCost } from '../../schema/matching-cost.js';
import { syntaxProblem } from '../../schema/patterns.js';
import { nearest } from '../../text/suggest.js';
import { eachSchema, type Rule } from '../rule.js';
import { meantKeyword, unknownKeywords } from '../other-dialects.js';
import { unlistedNames } from '../unlisted-names.js';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** This dialect, in the spellings that people use, and the schema of this project for a type, which editors read. */
const accepted = /^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$|(?:^|\/)type\.schema\.json$/;

/** References whose target depends on the way that led to them, in 2020-12 and in 2019-09. */
const dynamic = ['$dynamicRef', '$recursiveRef'] as const;

/** Checks the patterns of each schema, by what gives the problem of one. */
function eachPattern(problemOf: (pattern: string) => string | undefined): Rule['check'] {
  return eachSchema(({ pattern, patternProperties = {} }, report) => {
    const check = (each: string, path: Path, part: 'key' | 'value'): void => {
      const problem = problemOf(each);
      if (problem !== undefined) report(path, problem, part);
    };
    if (pattern !== undefined) check(pattern, ['pattern'], 'value');
    for (const each of Object.keys(patternProperties)) check(each, ['patternProperties', each], 'key');
  });
}

/** Rules on the keywords of a schema by itself. */
export const keywordRules: readonly Rule[] = [
  {
    id: 'known-dialect',
    // Keywords of other dialects mean something else, or nothing.
    sentence: '$schema names JSON Schema 2020-12, where it names anything.',
    check: eachSchema(({ $schema }, report) => {
      if ($schema === undefined || accepted.test($schema)) return;
      const message = `${JSON.stringify($schema)} is another dialect than JSON Schema 2020-12: convert the schema (definitions become $defs, items with a list prefixItems, dependencies dependentRequired or dependentSchemas), and write ${dialect} here, or nothing.`;
      report(['$schema'], message);
    }),
  },
  {
    id: 'known-keyword',
    // What a misspelt keyword should have said would hold nowhere.
    sentence: 'Every key is one that its place knows; in a schema, none is one or two letters away from a known one.',
    check: eachSchema((schema, report) => {
      for (const name of unknownKeywords(schema)) {
        const meant = meantKeyword(name);
        const message = `${JSON.stringify(name)} is not known here. Did you mean "${meant}"?`;
        if (meant !== undefined) report([name], message, 'key');
      }
    }),
  },
  {
    id: 'static-reference',
    // A type refers to one other, whoever uses it.
    sentence: 'No reference is dynamic.',
    check: eachSchema((schema, report) => {
      const message = 'A reference cannot be dynamic here: write $ref, and the schema that is meant.';
      for (const keyword of dynamic) if (Object.hasOwn(schema, keyword)) report([keyword], message, 'key');
    }),
  },
];

/** Rules on what a schema means, with all that it refers to. */
export const meaningRules: readonly Rule[] = [
  {
    id: 'existing-required',
    // A required name that is misspelt, or that the object forbids, makes every payload invalid.
    sentence: 'No required name is one or two letters away from a property of its object, and none is forbidden.',
    check({ catalog, flawed }, report) {
      for (const { file, path, name, listed, isClosed } of unlistedNames(catalog, flawed)) {
        const meant = nearest(name, listed);
        if (meant === undefined && !isClosed) continue;
        const advice = meant === undefined ? 'Add it to properties, or remove it here.' : `Did you mean "${meant}"?`;
        report({ file, path }, `There is no property ${JSON.stringify(name)}. ${advice}`);
      }
    },
  },
  {
    id: 'valid-pattern',
    // The check at run time could not be made.
    sentence: 'Every pattern is a regular expression.',
    check: eachPattern((pattern) => {
      const problem = syntaxProblem(pattern);
      return (
        problem &&
        `This is no regular expression with Unicode: ${problem}. Correct it, or escape what is meant as itself.`
      );
    }),
  },
  {
    id: 'bounded-pattern',
    // A text of a stranger could stop a service for hours.
    sentence: 'No pattern takes exponential time on some text.',
    isAcceptable: true,
    check: eachPattern((pattern) =>
      syntaxProblem(pattern) === undefined && matchingCost(pattern) === 'exponential'
        ? 'This pattern backtracks without end on some texts: let no two ways of repeating match the same text, as a+ does where (a+)+ stood.'
        : undefined,
    ),
  },
  {
    id: 'known-values-of-strings',
    // The keyword is for texts: beside anything else it would be ignored.
    sentence: 'x-known-values stands beside type: string.',
    check: eachSchema((schema, report, { flawed }) => {
      if (schema['x-known-values'] === undefined || flawed.has(schema)) return;
      if ([schema.type].flat().includes('string')) return;
      report(['x-known-values'], 'x-known-values needs type: string beside it: add it.', 'key');
    }),
  },
];
