import { createRequire } from 'node:module';

let library: typeof import('refa') | undefined;

/** The library of regular languages; loaded where it is asked for, since most catalogs ask nothing of it. */
export function loadRefa(): typeof import('refa') {
  library ??= createRequire(import.meta.url)('refa') as typeof import('refa');
  return library;
}
