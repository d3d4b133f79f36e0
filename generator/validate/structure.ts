import type { Reporter } from '../diagnostics/reporter.js';
import { isJsonObject, type Json, type JsonObject, type Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { keywordNames } from '../schema/keywords.js';
import { valueAt } from '../schema/pointer.js';
import { References } from '../schema/references.js';
import { partAtFault, withoutMisspelt, type SchemaProblem } from './schema-messages.js';
import { isForgottenPayload, structureMessage } from './structure-messages.js';
import { structureProblems, type FileKind, type StructureProblem } from './structure-schemas.js';

/** Reports what does not fit the JSON Schema of a file, and returns what can be used of it: of some files, nothing. */
export function checkStructure(file: SourceFile, kind: FileKind, reporter: Reporter): Json | undefined {
  const { value } = file;
  const problems = structureProblems(value, kind);
  if (problems.length === 0) return value;
  for (const problem of withoutMisspelt(withoutUnindented(problems))) {
    const { keyword, path } = problem;
    const rule = keyword === 'additionalProperties' ? 'known-keyword' : 'structure';
    reporter.error(rule, { file, path, part: partAtFault(problem) }, structureMessage(problem, file));
  }
  return isJsonObject(value) ? withoutInvalidParts(value, problems, References.schemaPath(file)) : undefined;
}

/** Leaves of the problems of a message whose payload stands unindented, beside its name, the one that says so. */
function withoutUnindented(problems: readonly StructureProblem[]): readonly StructureProblem[] {
  const forgotten = problems.find(isForgottenPayload);
  const isUnindented = ({ keyword, path }: SchemaProblem): boolean =>
    keyword === 'additionalProperties' && path.length === 1 && keywordNames.has(String(path[0]));
  return forgotten !== undefined && problems.some(isUnindented) ? [forgotten] : problems;
}

/** A file without what does not fit: keywords of schemas, or keys of the file; what should be a schema becomes `{}`. */
function withoutInvalidParts(value: JsonObject, problems: readonly SchemaProblem[], schemaPath: Path): JsonObject {
  const draft = structuredClone(value);
  for (const { keyword, path, limit } of problems) {
    // What the file itself requires has a default, and repeated items can be checked like all others.
    if (keyword === 'uniqueItems' || path.length === 0) continue;
    const isInSchema = schemaPath.every((each, depth) => each === path[depth]);
    const isNoSchema = keyword === 'type' && String(limit) === 'object,boolean';
    drop(draft, isInSchema ? path : path.slice(0, 1), isNoSchema);
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
