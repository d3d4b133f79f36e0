import type { Reporter } from '../diagnostics/reporter.js';
import { isJsonObject, type Json, type JsonObject, type Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { keywordNames } from '../schema/keywords.js';
import { pointerPath, valueAt } from '../schema/pointer.js';
import { References } from '../schema/references.js';
import { partAtFault, withoutMisspelt } from './schema-messages.js';
import { isForgottenPayload, structureMessage, type structureRules } from './structure-messages.js';
import { problemOf, structureErrors, type FileKind, type SchemaError } from './structure-schemas.js';

/** Reports what does not fit the JSON Schema of a file, and returns what can be used of it: of some files, nothing. */
export function checkStructure(file: SourceFile, kind: FileKind, reporter: Reporter): Json | undefined {
  const { value } = file;
  const errors = structureErrors(value, kind);
  if (errors.length === 0) return value;
  const problems = withoutUnindented(errors).map((error) => ({ ...problemOf(error), error }));
  for (const problem of withoutMisspelt(problems)) {
    const rule: keyof typeof structureRules =
      problem.keyword === 'additionalProperties' ? 'known-keyword' : 'structure';
    const message = structureMessage(problem.error, problem, file);
    reporter.error(rule, { file, path: problem.path, part: partAtFault(problem) }, message);
  }
  return isJsonObject(value) ? withoutInvalidParts(value, errors, References.schemaPath(file)) : undefined;
}

/** Leaves of the errors of a message whose payload stands unindented, beside its name, the one that says so. */
function withoutUnindented(errors: readonly SchemaError[]): readonly SchemaError[] {
  const forgotten = errors.find(isForgottenPayload);
  const isUnindented = ({ keyword, instancePath, params }: SchemaError): boolean =>
    keyword === 'additionalProperties' && instancePath === '' && keywordNames.has(String(params['additionalProperty']));
  return forgotten !== undefined && errors.some(isUnindented) ? [forgotten] : errors;
}

/** A file without what does not fit: keywords of schemas, or keys of the file; what should be a schema becomes `{}`. */
function withoutInvalidParts(value: JsonObject, errors: readonly SchemaError[], schemaPath: Path): JsonObject {
  const draft = structuredClone(value);
  for (const { keyword, instancePath, params } of errors) {
    // What the file itself requires has a default, and repeated items can be checked like all others.
    if (keyword === 'uniqueItems' || (keyword === 'required' && instancePath === '')) continue;
    const key = params['additionalProperty'] ?? params['propertyName'];
    const path = [...pointerPath(instancePath), ...(typeof key === 'string' ? [key] : [])];
    const isInSchema = schemaPath.every((each, depth) => each === path[depth]);
    const isNoSchema = keyword === 'type' && String(params['type']) === 'object,boolean';
    if (path.length > 0) drop(draft, isInSchema ? path : path.slice(0, 1), isNoSchema);
  }
  return draft;
}

function drop(draft: Json, path: Path, becomesSchema: boolean): void {
  const owner = valueAt(draft, path.slice(0, -1)) as Record<string, unknown> | undefined;
  const key = String(path.at(-1));
  if (becomesSchema && owner !== undefined) owner[key] = {};
  else if (Array.isArray(owner)) drop(draft, path.slice(0, -1), false);
  else if (owner !== undefined) delete owner[key];
}
