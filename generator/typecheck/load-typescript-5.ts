import { createRequire } from 'node:module';

/**
 * Loads the check with TypeScript 5, which `ts-morph` brings; as an optional peer of this package it may be missing, since
 * it is a quarter of what an install with it weighs.
 *
 * @returns `undefined` where it is not installed.
 */
export async function loadTypeScript5(): Promise<typeof import('./typescript-5.js') | undefined> {
  try {
    createRequire(import.meta.url).resolve('ts-morph');
  } catch {
    return undefined;
  }
  return import('./typescript-5.js');
}
