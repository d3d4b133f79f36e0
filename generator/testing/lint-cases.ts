import { describe, expect, it } from 'vitest';
import { lintFindings } from '../lint/lint.js';
import { pointerText } from '../schema/pointer.js';
import { catalogOf, type CatalogTexts } from './catalog-texts.js';
import { lintRule } from './rule-tests.js';

/** A catalog, and where it breaks a rule. */
interface LintCase {
  readonly what: string;
  readonly texts: CatalogTexts;
  /** Places, as path of the file, `#` and a JSON Pointer. */
  readonly want: readonly string[];
}

/** A message file whose description says enough. */
export function message(name: string, schema: string, more = ''): string {
  const body = schema.replaceAll('\n', '\n  ');
  return `name: ${name}\ndescription: Starts what the tests of this rule look at.\n${more}payload:\n  ${body}\n`;
}

/** Path of the message that {@link payload} and {@link property} make. */
export const messagePath = 'messages/demo/sync-request.yaml';

/** A place in its payload. */
export function at(pointer: string): string {
  return `${messagePath}#/payload${pointer}`;
}

/** A catalog of one message. */
export function payload(text: string, more?: string): CatalogTexts {
  return { [messagePath]: message('sync-request', text, more) };
}

/** A catalog of one message with one property. */
export function property(name: string, schema: string, more?: string): CatalogTexts {
  return payload(`type: object\nproperties:\n  ${name}: ${schema}`, more);
}

/** The examples of a message that has one. */
export function example(payloadText: string): string {
  return `examples: [{ title: One, payload: ${payloadText} }]\n`;
}

/**
 * Tests where a lint rule finds something in some catalogs; what other rules find does not count.
 *
 * @param id - Id of the rule.
 * @param cases - The catalogs: one at least that breaks it, and one that does not.
 */
export function testLintPlaces(id: string, cases: readonly LintCase[]): void {
  const rule = lintRule(id);
  describe(`${rule.id}: ${rule.sentence}`, () => {
    it.each(cases)('$what', ({ texts, want }) => {
      const found = lintFindings(catalogOf(texts), [rule]).map(({ file, path }) => `${file.path}#${pointerText(path)}`);
      expect(found.sort()).toEqual([...want].sort());
    });

    it('has a case that breaks it and one that does not', () => {
      expect(new Set(cases.map(({ want }) => want.length > 0))).toEqual(new Set([true, false]));
    });
  });
}
