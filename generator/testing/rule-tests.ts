import { describe, expect, it } from 'vitest';
import { Reporter } from '../diagnostics/reporter.js';
import type { LintRule } from '../lint/rule.js';
import { locatorOf } from '../load/locate.js';
import { ruleSentences } from '../validate/rules.js';
import { catalogOf, memoryFolder, type CatalogTexts } from './catalog-texts.js';
import { diagnose, oneLine } from './diagnose.js';
import { lintFindings } from '../lint/lint.js';
import { lintRules } from '../lint/rules.js';

/** A catalog that breaks a rule. */
export interface RuleRow {
  readonly title: string;
  /** Texts of its files; ▸ stands before each text that is at fault, and is no part of it. */
  readonly given: CatalogTexts;
  /** What is reported at each ▸, in order. */
  readonly want: readonly string[];
}

/** Path of the message file that {@link payload} and {@link message} make. */
export const messagePath = 'messages/demo/do-it.yaml';

/** A message whose payload stands from line 4, indented by two columns. */
export function payload(...lines: readonly string[]): CatalogTexts {
  return message([], ...lines);
}

/**
 * A message.
 *
 * @param head - Lines between description and payload.
 * @param lines - The lines of its payload.
 */
export function message(head: readonly string[], ...lines: readonly string[]): CatalogTexts {
  const body = lines.map((line) => `  ${line}`);
  return { [messagePath]: ['name: do-it', 'description: Does it.', ...head, 'payload:', ...body, ''].join('\n') };
}

/** A message file whose payload is any object; a ▸ in the name marks it in the file. */
export function plain(name: string): CatalogTexts {
  return { [`messages/${unmarked(name)}.yaml`]: `name: ${name}\ndescription: Does it.\npayload: { type: object }\n` };
}

/**
 * Tests that validation reports each ▸ of some catalogs by a rule, and nothing else.
 *
 * @param id - Id of the rule.
 * @param rows - The catalogs.
 */
export function testRule(id: string, rows: readonly RuleRow[]): void {
  const sentence = ruleSentences.get(id);
  if (sentence === undefined) throw new Error(`There is no rule ${id}.`);
  describe(`${id}: ${sentence}`, () => {
    it.each(rows)('reports $title', ({ given, want }) => {
      const { texts, places } = withoutMarks(given);
      expect(diagnose(texts)).toEqual(want.map((text, index) => `${places[index]} ${id}: ${text}`));
      expect(places).toHaveLength(want.length);
    });
  });
}

/** Takes the marks out of a catalog's files, and gives their places, in the order in which problems are reported. */
function withoutMarks(given: CatalogTexts): { texts: CatalogTexts; places: string[] } {
  const texts: Record<string, string> = {};
  const places: string[] = [];
  for (const [path, content] of Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))) {
    texts[path] = unmarked(content);
    for (const [number, line] of content.split('\n').entries()) {
      const [before = '', ...rest] = line.split('▸');
      let column = before.length + 1;
      for (const part of rest) {
        places.push(`${path}:${number + 1}:${column}`);
        column += part.length;
      }
    }
  }
  return { texts, places };
}

function unmarked(text: string): string {
  return text.replaceAll('▸', '');
}

/** The lint rule of an id. */
export function lintRule(id: string): LintRule {
  const rule = lintRules.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`There is no lint rule ${id}.`);
  return rule;
}

/**
 * Tests that a lint rule finds each ▸ of some catalogs, and nothing else; the catalogs are valid.
 *
 * @param tested - The rule, or its id.
 * @param rows - The catalogs.
 */
export function testLintRule(tested: LintRule | string, rows: readonly RuleRow[]): void {
  const rule = typeof tested === 'string' ? lintRule(tested) : tested;
  describe(`${rule.id}: ${rule.sentence}`, () => {
    it.each(rows)('finds $title', ({ given, want }) => {
      const { texts, places } = withoutMarks(given);
      expect(lintLines(texts, rule)).toEqual(want.map((text, index) => `${places[index]} ${rule.id}: ${text}`));
      expect(places).toHaveLength(want.length);
    });
  });
}

/** What a lint rule finds in a valid catalog, a line each. */
function lintLines(texts: CatalogTexts, rule: LintRule): string[] {
  const catalog = catalogOf(texts);
  const reporter = new Reporter(locatorOf);
  for (const found of lintFindings(catalog, [rule])) reporter.warning(found.rule, found, found.message);
  return reporter.diagnostics.map((diagnostic) => oneLine(diagnostic, memoryFolder));
}
