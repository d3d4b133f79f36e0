import { createRequire } from 'node:module';

let library: typeof import('yaml') | undefined;

/** The yaml library, loaded where it is first needed: a run whose files are all plain and right does without. */
export function yamlLibrary(): typeof import('yaml') {
  library ??= createRequire(import.meta.url)('yaml') as typeof import('yaml');
  return library;
}
