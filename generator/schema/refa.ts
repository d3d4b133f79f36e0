import { createRequire } from 'node:module';
import { lazy } from '../lazy.js';

/** The library of regular languages; loaded where it is asked for, since most catalogs ask nothing of it. */
export const loadRefa = lazy(() => createRequire(import.meta.url)('refa') as typeof import('refa'));
