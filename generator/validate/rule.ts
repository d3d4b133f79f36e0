import type { Catalog } from '../catalog/catalog.js';
import { allSites, type ObjectSchemaSite } from '../catalog/schema-site.js';
import type { Path } from '../json.js';
import type { FilePlace, SourceFile } from '../load/source.js';
import { pointerText } from '../schema/pointer.js';

/** A keyword that makes a schema hold to a rule, where adding it cannot be wrong. */
export interface Fix extends FilePlace {
  readonly keyword: string;
  readonly value: string | boolean;
}

/** What may be said of a breach besides its place and message. */
interface Details {
  /** Whether the key that holds the value is at fault, or the value itself. Default: the value. */
  readonly part?: 'key' | 'value' | undefined;
  /** What `validate --fix` adds there; nothing where a person has to decide. */
  readonly fix?: Pick<Fix, 'keyword' | 'value'> | undefined;
}

/** Reports a place where the rule that is being checked does not hold; the message says what is wrong and what to do. */
type Report = (place: FilePlace, message: string, more?: Details) => void;

/** Something that a catalog holds to. */
export interface Rule<Input extends { readonly catalog: Catalog } = ValidationInput> {
  /** Id, in kebab-case, as diagnostics and `catalog.yaml` name it. */
  readonly id: string;
  /** What holds, as one English sentence: documentation and test title. */
  readonly sentence: string;
  /** What `validate --fix` adds, as Markdown; nothing where a person has to decide. */
  readonly fix?: string;
  /** Whether `catalog.yaml` can accept a breach of a rule whose breach is an error. Default: no. */
  readonly isAcceptable?: true;
  /** Reports each place where it does not hold. */
  readonly check: (input: Input, report: Report) => void;
}

/** What the rules look at whose breach is an error. */
export interface ValidationInput {
  readonly catalog: Catalog;
  /** Schemas of which nothing is known yet, as they have errors. */
  readonly flawed: ReadonlySet<unknown>;
}

/** A place where a rule does not hold. */
export interface Finding extends FilePlace {
  /** Id of the rule. */
  readonly rule: string;
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly fix?: Fix;
}

/** Checks each schema of a catalog that is an object; what is reported stands at a path from the schema on. */
export function eachSchema<Input extends { readonly catalog: Catalog }>(
  check: (
    schema: ObjectSchemaSite['schema'],
    report: (path: Path, message: string, part?: Details['part']) => void,
    input: Input,
  ) => void,
): Rule<Input>['check'] {
  return (input, report) => {
    for (const { file, path, schema } of allSites(input.catalog))
      check(schema, (at, message, part) => report({ file, path: [...path, ...at] }, message, { part }), input);
  };
}

/** Checks the patterns of each schema, by what gives the problem of one. */
export function eachPattern(problemOf: (pattern: string) => string | undefined): Rule['check'] {
  return eachSchema(({ pattern, patternProperties = {} }, report) => {
    const check = (each: string, path: Path, part: 'key' | 'value'): void => {
      const problem = problemOf(each);
      if (problem !== undefined) report(path, problem, part);
    };
    if (pattern !== undefined) check(pattern, ['pattern'], 'value');
    for (const each of Object.keys(patternProperties)) check(each, ['patternProperties', each], 'key');
  });
}

/** Finds where rules do not hold, apart from what the settings accept; they can name only rules whose breach they may accept. */
export function findBreaches<Input extends { readonly catalog: Catalog }>(
  rules: readonly Rule<Input>[],
  input: Input,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const { off = false, except = [] } = input.catalog.settings.lint.rules[rule.id] ?? {};
    if (off) continue;
    rule.check(input, ({ file, path }, message, { part = 'value', fix } = {}) => {
      if (except.some((exception) => isAt(exception.path, file, path))) return;
      findings.push({ rule: rule.id, file, path, part, message, ...(fix && { fix: { file, path, ...fix } }) });
    });
  }
  return findings;
}

/** Whether a place is the one that an exception names, or lies in it. */
function isAt(named: string, file: SourceFile, path: Path): boolean {
  const [place, text] = [named.replace(/\/$/, ''), `${file.path}#${pointerText(path)}`];
  return text.startsWith(place) && /^(?:$|[/#])/.test(text.slice(place.length));
}
