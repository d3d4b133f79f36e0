import type { Json, Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Addition } from './add-keywords.js';
import type { Field } from './fields.js';

/** A keyword that makes a schema hold to a rule, where adding it cannot be wrong; its path starts at the root of the file. */
export interface Fix extends Addition {
  readonly file: SourceFile;
}

/** A place where a lint rule does not hold. */
export interface Finding {
  readonly file: SourceFile;
  /** Leads from the root of the file to what the rule is about. */
  readonly path: Path;
  /** Whether the key that holds the value is at fault, or the value itself. Default: the value. */
  readonly part?: 'key' | 'value';
  /** What is wrong and what to do, in one line. */
  readonly message: string;
  /** What `validate --fix` does about it; nothing where a person has to decide. */
  readonly fix?: Fix;
}

/** What the rules look at. */
export interface LintInput {
  readonly catalog: Catalog;
  /** Every field of every payload and shared type. */
  readonly fields: readonly Field[];
  /** The values that examples, defaults and lists of values give for a schema. */
  readonly valuesOf: (schema: Field['schema']) => readonly Json[];
}

/** Something that a good catalog holds to. A breach is a warning, and `catalog.yaml` can switch the rule off. */
export interface LintRule {
  /** Id, in kebab-case, as diagnostics and `catalog.yaml` name it. */
  readonly id: string;
  /** What holds, as one English sentence: documentation and test title. */
  readonly sentence: string;
  /** What `validate --fix` adds, as Markdown; nothing where a person has to decide. */
  readonly fix?: string;
  /** Finds each place where it does not hold. */
  readonly check: (input: LintInput) => readonly Finding[];
}
