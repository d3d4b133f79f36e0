import { pathToFileURL } from 'node:url';
import type { Json } from '../../json.js';
import type { ReportLoss, SourceDocument } from '../sources.js';
import { firstLine, type OtherFile } from './read-sources.js';

const lacksConvert =
  'has no ~standard.jsonSchema: update its library, or wrap it, as toStandardJsonSchema of @valibot/to-json-schema does';

/** Makes the input side of a schema in a dialect: https://standardschema.dev/json-schema */
type Convert = (options: { readonly target: string }) => unknown;

/** Runs a module and takes the input side of each Standard JSON Schema value that it exports, by itself or in an object. */
export async function exportedSchemas(
  module: OtherFile,
  report: ReportLoss,
): Promise<{ document: SourceDocument; name: string }[]> {
  const uri = pathToFileURL(module.path).href;
  let exports: Readonly<Record<string, unknown>>;
  try {
    exports = (await import(uri)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    const advice = /\.[cm]?ts$/.test(module.path) ? ': compile it to JavaScript and name that file' : '';
    return report(module.label, `cannot be loaded (${firstLine(error)})${advice}`) ?? [];
  }
  // What an export holds: a schema, or where it is a plain object schemas by name.
  const named = Object.entries(exports).flatMap(([name, value]) =>
    isObject(standardOf(value)) || !isObject(value) ? [[name, value] as const] : Object.entries(value),
  );
  // A module may export one value by two names, as CommonJS does by `default`.
  const once = new Map(named.toReversed().map(([name, value]) => [value, name]));
  const found = [...once].toReversed().flatMap(([value, name]) => {
    const standard = standardOf(value);
    if (!isObject(standard)) return [];
    const label = `${module.label}:${name}`;
    const owner = propertyOf(standard, 'jsonSchema');
    const convert = propertyOf(owner, 'input');
    if (typeof convert !== 'function') return report(label, lacksConvert) ?? [];
    try {
      // What JSON cannot hold is no part of a schema.
      const text = JSON.stringify((convert as Convert).call(owner, { target: 'draft-2020-12' }));
      const document = { label, uri: `${uri}?export=${encodeURIComponent(name)}`, folders: [] };
      return [{ name, document: { ...document, value: JSON.parse(text) as Json } }];
    } catch (error) {
      return report(label, `cannot be written as JSON Schema: ${firstLine(error)}`) ?? [];
    }
  });
  if (found.length === 0) report(module.label, 'exports no Standard JSON Schema value');
  return found;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const propertyOf = (value: unknown, name: string): unknown =>
  isObject(value) || typeof value === 'function' ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** What a Standard Schema value says of itself. */
const standardOf = (value: unknown): unknown => propertyOf(value, '~standard');
