import { pathToFileURL } from 'node:url';
import type { Json } from '../../json.js';
import type { SourceDocument } from '../source-document.js';
import { firstLine, type OtherFile } from './read-sources.js';

/** What a Standard JSON Schema value has: https://standardschema.dev/json-schema */
interface StandardJsonSchema {
  readonly '~standard': { readonly jsonSchema: { readonly input: (options: { readonly target: string }) => unknown } };
}

/** A schema that a module exports, as a document of its own. */
export interface ExportedSchema {
  readonly document: SourceDocument;
  readonly name: string;
}

/**
 * Runs a module and takes the input side of each Standard JSON Schema value that it exports, by itself or in an object.
 *
 * @param report - Receives what cannot be taken, with its name.
 */
export async function exportedSchemas(
  module: OtherFile,
  report: (label: string, reason: string) => void,
): Promise<ExportedSchema[]> {
  const uri = pathToFileURL(module.path).href;
  let exports: Readonly<Record<string, unknown>>;
  try {
    exports = (await import(uri)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    const advice = /\.[cm]?ts$/.test(module.path) ? ': compile it to JavaScript and name that file' : '';
    report(module.label, `cannot be loaded (${firstLine(error)})${advice}`);
    return [];
  }
  const named = Object.entries(exports).flatMap(([name, value]) => entriesOf(name, value));
  // A module may export one value by two names, as CommonJS does by `default`.
  const once = new Map(named.toReversed().map(([name, value]) => [value, name]));
  const found = [...once].toReversed().flatMap(([value, name]): ExportedSchema[] => {
    const label = `${module.label}:${name}`;
    if (!isStandardJsonSchema(value)) {
      if (isStandardSchema(value))
        report(
          label,
          'has no ~standard.jsonSchema: update its library, or wrap it, as toStandardJsonSchema of @valibot/to-json-schema does',
        );
      return [];
    }
    try {
      // What JSON cannot hold is no part of a schema.
      const schema = JSON.parse(
        JSON.stringify(value['~standard'].jsonSchema.input({ target: 'draft-2020-12' })),
      ) as Json;
      return [
        { name, document: { label, uri: `${uri}?export=${encodeURIComponent(name)}`, value: schema, folders: [] } },
      ];
    } catch (error) {
      report(label, `cannot be written as JSON Schema: ${firstLine(error)}`);
      return [];
    }
  });
  if (found.length === 0) report(module.label, 'exports no Standard JSON Schema value');
  return found;
}

/** What an export holds: itself, or where it is a plain object of schemas each of them. */
function entriesOf(name: string, value: unknown): [string, unknown][] {
  if (isStandardSchema(value) || typeof value !== 'object' || value === null) return [[name, value]];
  return Object.entries(value).filter(([, inner]) => isStandardSchema(inner));
}

function isStandardSchema(value: unknown): value is { readonly '~standard': object } {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  return '~standard' in value && typeof value['~standard'] === 'object' && value['~standard'] !== null;
}

function isStandardJsonSchema(value: unknown): value is StandardJsonSchema {
  if (!isStandardSchema(value) || !('jsonSchema' in value['~standard'])) return false;
  const { jsonSchema } = value['~standard'];
  return (
    typeof jsonSchema === 'object' &&
    jsonSchema !== null &&
    'input' in jsonSchema &&
    typeof jsonSchema.input === 'function'
  );
}
