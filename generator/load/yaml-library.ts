import { createRequire } from 'node:module';
import { lazy } from '../lazy.js';

/** The yaml library, loaded where it is first needed: a run whose files are all plain and right does without. */
export const yamlLibrary = lazy(() => createRequire(import.meta.url)('yaml') as typeof import('yaml'));
