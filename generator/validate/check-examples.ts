import type { Catalog } from '../catalog/catalog.js';
import type { Reporter } from '../diagnostics/reporter.js';
import { SchemaLinker } from '../schema/link.js';
import { flawedSchemas } from './flawed-schemas.js';
import { misfitsOf } from './misfits.js';
import { unnamedProperties } from './unnamed-properties.js';

/** Rules on the examples of messages. */
export const exampleRules = {
  'valid-example': 'Every example fits its schema.',
  'checkable-payload': 'Every payload can be checked in moderate time.',
} as const;

/**
 * Checks the examples of messages against their payloads: they are code that callers copy.
 *
 * @param reporter - Holds what is wrong with its schemas, and receives each problem at its place inside the value.
 */
export function checkExamples(catalog: Catalog, reporter: Reporter): void {
  const linker = new SchemaLinker(catalog.references, flawedSchemas(catalog, reporter));
  for (const { file, payload: schema, examples } of catalog.messages) {
    for (const [index, { payload }] of examples.entries()) {
      const linked = linker.link(schema, file);
      for (const misfit of misfitsOf(payload, linked, 'This example does not fit its schema', unnamedProperties)) {
        const { path, part, message, isUncheckable } = misfit;
        const rule: keyof typeof exampleRules = isUncheckable === true ? 'checkable-payload' : 'valid-example';
        reporter.error(rule, { file, path: ['examples', index, 'payload', ...path], part }, message);
      }
    }
  }
}
