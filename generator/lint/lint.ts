import type { Catalog } from '../catalog/catalog.js';
import type { Reporter } from '../diagnostics/reporter.js';
import { lazy } from '../lazy.js';
import { findBreaches, type Finding } from '../validate/rule.js';
import { fieldsOf } from './fields.js';
import type { LintInput, LintRule } from './rule.js';
import { lintRules } from './rules.js';
import { analyzeSchemas } from './schema-analysis.js';
import { collectValues } from './values.js';

/** Finds what could be better in a catalog, apart from what its settings except. */
export function lintFindings(catalog: Catalog, rules: readonly LintRule[] = lintRules): Finding[] {
  const values = lazy(() => collectValues(catalog));
  const input: LintInput = {
    catalog,
    fields: fieldsOf(catalog),
    valuesOf: (schema) => [...(values().get(schema) ?? [])],
    analysis: lazy(() => analyzeSchemas(catalog)),
  };
  return findBreaches(rules, input);
}

/** Reports what could be better in a catalog, as warnings. */
export function lint(catalog: Catalog, reporter: Reporter): void {
  for (const found of lintFindings(catalog)) reporter.warning(found.rule, found, found.message);
}
