import type { JsonSchema } from '../../schema/json-schema.js';
import type { Field } from '../fields.js';
import type { Finding, LintInput, LintRule } from '../rule.js';

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
  check(input) {
    return input.fields
      .filter((field) => isSecretName(field.words) && isUnmarked(field, input))
      .map(({ file, path, name, schema }): Finding => {
        const fix = typeof schema === 'object' ? { file, path, keyword: 'x-secret', value: true } : undefined;
        return {
          file,
          path,
          part: 'key',
          message: `${JSON.stringify(name)} looks like a secret: add x-secret: true, or x-secret: false if it may be printed.`,
          ...(fix && { fix }),
        };
      });
  },
};

function isSecretName(words: string): boolean {
  return secretNames.test(words) && !positionNames.test(words);
}

function isUnmarked({ file, schema, isWithinSecret }: Field, { catalog }: LintInput): boolean {
  if (isWithinSecret) return false;
  let [current, owner] = [schema, file];
  for (let hops = 0; hops < 100; hops += 1) {
    if (typeof current === 'boolean') return current;
    if (current['x-secret'] !== undefined) return false;
    if (current.$ref === undefined) return canHoldSecret(current);
    const target = catalog.references.target(current.$ref, owner);
    [current, owner] = [target.schema, target.file];
  }
  return false;
}

/** Whether a value can be a text of any content; what lists its fields or values is marked there, or is none. */
function canHoldSecret(schema: JsonSchema): boolean {
  if (typeof schema === 'boolean') return schema;
  if (schema.enum !== undefined || schema.const !== undefined || schema['x-known-values'] !== undefined) return false;
  if (schema.properties !== undefined) return false;
  const types = [schema.type ?? []].flat();
  if (types.includes('array')) return schema.items === undefined || canHoldSecret(schema.items);
  return types.length === 0 || types.includes('string') || types.includes('object');
}
