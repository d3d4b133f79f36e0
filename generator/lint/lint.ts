import type { Reporter } from '../diagnostics/reporter.js';
import { lazy } from '../lazy.js';
import type { Catalog } from '../catalog/catalog.js';
import { isSwitchedOff } from '../validate/switched-rules.js';
import { fieldsOf } from './fields.js';
import type { Finding, LintInput, LintRule } from './rule.js';
import { lintRules } from './rules.js';
import { collectValues } from './values.js';

/** A finding, and the rule that it breaks. */
export interface LintFinding extends Finding {
  readonly rule: string;
}

/** Finds what could be better in a catalog, apart from what its settings except. */
export function lintFindings(catalog: Catalog, rules: readonly LintRule[] = lintRules): LintFinding[] {
  const input = inputOf(catalog);
  const { settings } = catalog;
  return rules
    .filter(({ id }) => !isSwitchedOff(settings, id))
    .flatMap(({ id, check }) =>
      check(input)
        .filter((finding) => !isSwitchedOff(settings, id, finding))
        .map((finding) => ({ ...finding, rule: id })),
    );
}

/** Reports what could be better in a catalog, as warnings. */
export function lint(catalog: Catalog, reporter: Reporter): void {
  for (const { rule, file, path, part = 'value', message } of lintFindings(catalog))
    reporter.warning(rule, { file, path, part }, message);
}

function inputOf(catalog: Catalog): LintInput {
  const values = lazy(() => collectValues(catalog));
  return { catalog, fields: fieldsOf(catalog), valuesOf: (schema) => [...(values().get(schema) ?? [])] };
}
