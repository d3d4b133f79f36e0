import type { Catalog } from '../catalog/catalog.js';
import type { Reporter } from '../diagnostics/reporter.js';
import { SchemaLinker } from '../schema/link.js';
import { misfitsOf } from './misfits.js';
import { unnamedProperties } from './unnamed-properties.js';

/** Rules on the examples of messages. */
export const exampleRules = {
  'valid-example': 'Every example fits its schema.',
  'checkable-payload': 'Every payload can be checked in moderate time.',
} as const;

/** Checks the examples of messages, which callers copy, against their payloads but those with an error. */
export function checkExamples(catalog: Catalog, flawed: ReadonlySet<unknown>, reporter: Reporter): void {
  const linker = new SchemaLinker(catalog.references, flawed);
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
