import type { SourceFile } from 'typescript/unstable/ast';
import { afterAll } from 'vitest';
import { ProgramFactory } from '../compile/program.js';

/** One TypeScript process for the tests of a file, which ends after them. */
export const programs = new ProgramFactory();

afterAll(() => {
  programs.close();
});

/** Parses a module. */
export function parseModule(code: string): SourceFile {
  const source = programs.create(new Map([['/module.ts', code]]), ['/module.ts']).getSourceFile('/module.ts');
  if (source === undefined) throw new Error(`TypeScript did not read ${code}.`);
  return source;
}
