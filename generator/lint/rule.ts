import type { Catalog } from '../catalog/catalog.js';
import type { Json } from '../json.js';
import type { Rule } from '../validate/rule.js';
import type { Field } from './fields.js';
import type { SchemaAnalysis } from './schema-analysis.js';

/** What the lint rules look at. */
export interface LintInput {
  readonly catalog: Catalog;
  /** Every field of every payload and shared type. */
  readonly fields: readonly Field[];
  /** The values that examples, defaults and lists of values give for a schema. */
  readonly valuesOf: (schema: Field['schema']) => readonly Json[];
  /** What the schemas contradict; analyzed once, however many rules ask. */
  readonly analysis: () => SchemaAnalysis;
}

/** Something that a good catalog holds to. A breach is a warning, and `catalog.yaml` can switch the rule off. */
export type LintRule = Rule<LintInput>;
