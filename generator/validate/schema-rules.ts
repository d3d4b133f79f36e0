import { tooManyAlternatives } from '../model/type-complexity.js';
import { complexTypes, mostInAll } from './complex-types.js';
import { knownFormats } from './formats.js';
import { leftOutOf } from './left-out.js';
import { BacktrackingCheck, patternsOf, syntaxProblem } from './patterns.js';
import { missingProperties } from './required-properties.js';
import type { Rule } from './rule.js';
import { coveredAlternatives, impossibleKinds, unjudged, unsatisfiable } from './satisfiability/unsatisfiable.js';
import { allSites } from '../catalog/schema-site.js';
import { didYouMean } from '../text/suggest.js';
import { noteUnanalysed, type Unanalysed } from './unanalysed.js';

/** Rules on what the schemas of a catalog mean together. */
export const catalogRules: readonly Rule[] = [
  {
    id: 'representable-type',
    sentence: 'No type multiplies to more alternatives than TypeScript holds.',
    check(catalog, report) {
      const { partial } = leftOutOf(catalog);
      for (const { site, at, isTogether } of complexTypes(catalog)) {
        if (partial.has(site.schema)) continue;
        const limit = isTogether ? mostInAll : tooManyAlternatives;
        const whole = isTogether ? 'With this, the types of the catalog multiply' : 'The parts of this multiply';
        report(
          site.file,
          [...site.path, ...at],
          `${whole} to over ${limit.toLocaleString('en')} alternatives, more than TypeScript holds: state type in each part, or offer fewer alternatives.`,
        );
      }
    },
  },
  {
    id: 'existing-required',
    sentence:
      'Every name in required, dependentRequired and dependentSchemas is a property of some schema of its object, unless one of them says with additionalProperties, patternProperties or propertyNames that others may be there.',
    check(catalog, report) {
      for (const { site, at, part, name, known } of missingProperties(catalog)) {
        const hint = didYouMean(name, known) || ' Add it to properties, or remove it here.';
        report(site.file, [...site.path, ...at], `There is no property ${JSON.stringify(name)}.${hint}`, part);
      }
    },
  },
];

/**
 * Rules on what a schema means, with all that it refers to: code can be made of schemas that break them, though it would be
 * of no use.
 */
export const schemaRules: readonly Rule[] = [
  {
    id: 'valid-pattern',
    sentence: 'Every pattern is a regular expression.',
    check(catalog, report) {
      for (const { file, path, schema } of allSites(catalog)) {
        for (const { pattern, at, part } of patternsOf(schema)) {
          const problem = syntaxProblem(pattern);
          if (problem === undefined) continue;
          report(
            file,
            [...path, ...at],
            `This is no regular expression with Unicode: ${problem}. Correct it, or escape what is meant as itself.`,
            part,
          );
        }
      }
    },
  },
  {
    id: 'bounded-pattern',
    sentence: 'No pattern takes exponential time on some text.',
    check(catalog, report) {
      const backtracking = new BacktrackingCheck();
      const unknown: Pick<Unanalysed, 'file' | 'path' | 'part'>[] = [];
      for (const { file, path, schema } of allSites(catalog)) {
        for (const { pattern, at, part } of patternsOf(schema)) {
          const isEndless = syntaxProblem(pattern) === undefined && backtracking.isEndless(pattern);
          if (isEndless === undefined) unknown.push({ file, path: [...path, ...at], part });
          if (isEndless !== true) continue;
          const advice = 'let no two ways of repeating match the same text, as a+ does where (a+)+ stood';
          report(file, [...path, ...at], `This pattern backtracks without end on some texts: ${advice}.`, part);
        }
      }
      noteUnanalysed(
        catalog,
        unknown,
        'pattern',
        (what) =>
          `Whether ${what} backtracks without end was not found out, since that takes too long: simplify it, or write fewer.`,
      );
    },
  },
  {
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
  },
  {
    id: 'satisfiable-schema',
    sentence: 'Every schema but `false` accepts some value.',
    check(catalog, report) {
      for (const { site, at, message } of unsatisfiable(catalog)) report(site.file, [...site.path, ...at], message);
      for (const sites of unjudged(catalog)) {
        const places = sites.map(({ file, path }) => ({ file, path, part: 'value' as const }));
        noteUnanalysed(
          catalog,
          places,
          'schema',
          (what) =>
            `Whether any value fits ${what} was not found out, since that takes too long: use fewer or simpler patterns, lists of values and alternatives.`,
        );
      }
    },
  },
  {
    id: 'possible-type',
    sentence: 'Of every kind of values that a type lists, some value fits.',
    check(catalog, report) {
      for (const { site, at, message } of impossibleKinds(catalog)) report(site.file, [...site.path, ...at], message);
    },
  },
  {
    id: 'distinct-alternative',
    sentence: 'Every alternative of oneOf accepts a value that no other accepts.',
    check(catalog, report) {
      const { partial } = leftOutOf(catalog);
      for (const { file, path, schema, index, other, isSame } of coveredAlternatives(catalog)) {
        const branches = [schema.oneOf?.[index], schema.oneOf?.[other]];
        if (branches.some((branch) => partial.has(typeof branch === 'boolean' ? schema : branch))) continue;
        const message = isSame
          ? `This accepts the same as alternative ${other + 1}, and oneOf accepts what fits exactly one: remove it.`
          : `Whatever fits this fits alternative ${other + 1} too, and oneOf accepts what fits exactly one: remove it, or write anyOf.`;
        report(file, [...path, 'oneOf', index], message);
      }
    },
  },
  {
    id: 'known-values-of-strings',
    sentence: 'x-known-values stands beside type: string.',
    check(catalog, report) {
      const { lacking } = leftOutOf(catalog);
      for (const { file, path, schema } of allSites(catalog)) {
        if (typeof schema === 'boolean' || schema['x-known-values'] === undefined) continue;
        if (schema.type === undefined && lacking.has(schema)) continue;
        const types = [schema.type ?? []].flat();
        if (!types.includes('string'))
          report(file, [...path, 'x-known-values'], 'x-known-values needs type: string beside it: add it.', 'key');
      }
    },
  },
];
