import type { Json } from '../../json.js';
import type { SourceFile } from '../../load/source.js';
import { hasFormat } from '../../schema/formats.js';
import type { JsonSchema, SchemaObject } from '../../schema/json-schema.js';
import type { References } from '../../schema/references.js';
import type { LintRule } from '../rule.js';

/** Ends of names that stand for something that opens a door. */
const secretNames =
  /(?:^| )(?:(?:password|passwd|passphrase|passcode|secret|credential|jwt|cookie|authorization|bearer)s?|password hash|token|(?:access|api|private|secret|signing|encryption|license|account|shared|master) keys?|api ?keys?|connection string)$/;

/** Names that end like a secret, and only mark a place in a list. */
const positionNames = /(?:page|pagination|continuation|cursor|sync) token$/;

/** Ends of names that stand for a point in time. */
const timeNames =
  /(?:^| )(?:timestamp|date|date ?time)$|[^ ]+ at$|(?<!(?:^| )(?:bas|depend|focus|host|mount|sort))ed on$|(?:start|end|begin|finish|creation|modification|update|expiry|expiration|due|event) time$/;

/** Formats of a point in time, the usual one first. */
const timeFormats = ['date-time', 'date'] as const;

/** Rules on fields whose name says what they hold. */
export const fieldRules: readonly LintRule[] = [
  {
    id: 'secret-marked',
    // Redaction goes by `x-secret`: a credential without it ends up in logs.
    sentence: 'Every field whose name looks like a secret says with `x-secret` whether it is one.',
    fix: '`x-secret: true`',
    check({ catalog, fields }, report) {
      for (const { file, path, name, words, schema, isWithinSecret } of fields) {
        if (isWithinSecret || !secretNames.test(words) || positionNames.test(words)) continue;
        if (!isOpen(schema, file, catalog.references)) continue;
        const message = `${JSON.stringify(name)} looks like a secret: add x-secret: true, or x-secret: false if it may be printed.`;
        const fix = typeof schema === 'object' ? { keyword: 'x-secret', value: true } : undefined;
        report({ file, path }, message, { part: 'key', fix });
      }
    },
  },
  {
    id: 'timestamp-format',
    // Without a format, every caller writes time its own way.
    sentence: 'Every text field whose name looks like a point in time has a `format`.',
    fix: '`format: date-time` or `format: date`, where the catalog gives values of the field and all of them are such',
    check({ catalog, fields, valuesOf }, report) {
      for (const { file, path, name, words, schema } of fields) {
        if (!timeNames.test(words) || !isFreeText(schema, file, catalog.references)) continue;
        const format = isText(schema) ? formatOf(valuesOf(schema)) : undefined;
        const message = `${JSON.stringify(name)} looks like a point in time: add format: ${format ?? 'date-time'}, or the format that it has.`;
        report({ file, path }, message, { part: 'key', fix: format && { keyword: 'format', value: format } });
      }
    },
  },
];

/** Whether a value can be a secret of which neither the schema, nor those it refers to, nor its alternatives say whether it is one. */
function isOpen(schema: JsonSchema, file: SourceFile, references: References, seen = new Set()): boolean {
  // What was met before says nothing new.
  if (seen.has(schema)) return false;
  seen.add(schema);
  if (typeof schema === 'boolean') return schema;
  if (schema['x-secret'] !== undefined) return false;
  if (schema.$ref !== undefined) {
    const target = references.target(schema.$ref, file);
    return isOpen(target.schema, target.file, references, seen);
  }
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return alternatives.some((each) => isOpen(each, file, references, seen));
  if (!canHoldSecret(schema)) return false;
  return schema.items === undefined || isOpen(schema.items, file, references, seen);
}

/** Whether a value can be a text of any content, or hold one; what lists its fields or values is marked there, or is none. */
function canHoldSecret(schema: SchemaObject): boolean {
  if (schema.enum !== undefined || schema.const !== undefined || schema['x-known-values'] !== undefined) return false;
  if (schema.properties !== undefined) return false;
  const types = [schema.type ?? []].flat();
  return types.length === 0 || types.some((type) => type === 'string' || type === 'object' || type === 'array');
}

/** Whether a value is a text, or null, of any content, by what the schema, those it refers to and its alternatives say. */
function isFreeText(schema: JsonSchema, file: SourceFile, references: References, seen = new Set()): boolean {
  // What was met before says nothing new.
  if (seen.has(schema)) return true;
  seen.add(schema);
  if (typeof schema === 'boolean' || limits(schema).some((value) => value !== undefined)) return false;
  if (schema.$ref !== undefined) {
    const target = references.target(schema.$ref, file);
    return isFreeText(target.schema, target.file, references, seen);
  }
  const alternatives = (schema.anyOf ?? schema.oneOf ?? []).filter((each) => !isNull(each));
  if (alternatives.length > 0) return alternatives.every((each) => isFreeText(each, file, references, seen));
  return isText(schema);
}

function limits(schema: SchemaObject): unknown[] {
  return [schema.format, schema.pattern, schema.enum, schema.const, schema['x-known-values']];
}

function isText(schema: JsonSchema): boolean {
  const types = typeof schema === 'boolean' ? [] : [schema.type ?? []].flat();
  return types.includes('string') && types.every((type) => type === 'string' || type === 'null');
}

function isNull(schema: JsonSchema): boolean {
  return typeof schema === 'object' && (schema.type === 'null' || schema.const === null);
}

/** The format that all values of a field have; nothing where there are none, or they differ. */
function formatOf(values: readonly Json[]): (typeof timeFormats)[number] | undefined {
  const texts = values.filter((value) => value !== null);
  if (texts.length === 0) return undefined;
  return timeFormats.find((format) => texts.every((text) => typeof text === 'string' && hasFormat(format, text)));
}
