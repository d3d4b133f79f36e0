import type { SchemaObject } from '../../schema/json-schema.js';
import type { References, SchemaSite } from '../../schema/references.js';
import type { LintRule } from '../rule.js';

/** Ends of names that stand for something that opens a door. */
const secretNames =
  /(?:^| )(?:(?:password|passwd|passphrase|passcode|secret|credential|jwt|cookie|authorization|bearer)s?|password hash|token|(?:access|api|private|secret|signing|encryption|license|account|shared|master) keys?|api ?keys?|connection string)$/;

/** Names that end like a secret, and only mark a place in a list. */
const positionNames = /(?:page|pagination|continuation|cursor|sync) token$/;

/** Redaction goes by `x-secret`: a credential without it ends up in logs. */
export const secretMarked: LintRule = {
  id: 'secret-marked',
  sentence: 'Every field whose name looks like a secret says with `x-secret` whether it is one.',
  fix: '`x-secret: true`',
  check({ catalog, fields }, report) {
    for (const field of fields) {
      const { file, path, name, words, schema, isWithinSecret } = field;
      if (isWithinSecret || !secretNames.test(words) || positionNames.test(words)) continue;
      if (!isOpen(field, catalog.references)) continue;
      const message = `${JSON.stringify(name)} looks like a secret: add x-secret: true, or x-secret: false if it may be printed.`;
      const fix = typeof schema === 'object' ? { keyword: 'x-secret', value: true } : undefined;
      report({ file, path }, message, { part: 'key', fix });
    }
  },
};

/** Whether a value can be a secret of which neither the schema, nor those it refers to, nor its alternatives say whether it is one. */
function isOpen(site: SchemaSite, references: References, seen = new Set()): boolean {
  const { schema } = site;
  // What was met before says nothing new.
  if (seen.has(schema)) return false;
  seen.add(schema);
  if (typeof schema === 'boolean') return schema;
  if (schema['x-secret'] !== undefined) return false;
  const target = references.targetOf(site);
  if (target !== undefined) return isOpen(target, references, seen);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined)
    return alternatives.some((each) => isOpen({ ...site, schema: each }, references, seen));
  if (!canHoldSecret(schema)) return false;
  return schema.items === undefined || isOpen({ ...site, schema: schema.items }, references, seen);
}

/** Whether a value can be a text of any content, or hold one; what lists its fields or values is marked there, or is none. */
function canHoldSecret(schema: SchemaObject): boolean {
  if (schema.enum !== undefined || schema.const !== undefined || schema['x-known-values'] !== undefined) return false;
  if (schema.properties !== undefined) return false;
  const types = [schema.type ?? []].flat();
  return types.length === 0 || types.some((type) => type === 'string' || type === 'object' || type === 'array');
}
