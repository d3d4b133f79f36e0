import type { Path } from '../json.js';
import type { SchemaObject } from './json-schema.js';

/** A pattern of a schema, and where it stands in it. */
export interface PatternSite {
  readonly pattern: string;
  readonly at: Path;
  readonly part: 'key' | 'value';
}

/** The regular expressions of a schema itself, not of those inside it. */
export function patternsOf(schema: SchemaObject): PatternSite[] {
  return [
    ...(schema.pattern === undefined ? [] : [{ pattern: schema.pattern, at: ['pattern'], part: 'value' as const }]),
    ...Object.keys(schema.patternProperties ?? {}).map((pattern) => ({
      pattern,
      at: ['patternProperties', pattern],
      part: 'key' as const,
    })),
  ];
}

/** Why a text is no regular expression; `undefined` where it is one. */
export function syntaxProblem(pattern: string): string | undefined {
  try {
    RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*\/u?: /s, '') : 'unknown reason';
  }
}
